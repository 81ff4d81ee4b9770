import ArgumentParser
import Composition
import Foundation
import SafetyModel
import Texts
import Workflows

/// `trygghet goals import`: a new version of the municipality's settings.
struct GoalsImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: CommandOptions.textsOfSurroundings("command.goals.import.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.goals.import.discussion"))

  @Argument(help: helpText("goals.help.file"), completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: helpText("help.data"), completion: .directory)
  var data: String

  @Option(help: helpText("goals.help.who"))
  var who: String = NSUserName()

  @Option(help: helpText("goals.help.why"))
  var why: String = ""

  @OptionGroup var options: CommandOptions

  func run() async throws {
    let texts = options.texts
    do {
      let read = try FileReaders.standard.municipalities.readMunicipality(file)
      let stores = try StorageEngine.sqlite.open(data)
      defer { try? stores.close() }
      let importing = ImportMunicipality(store: stores.municipality, clock: SystemClock())
      let (change, isNew) = try await importing(read, who: who, why: why)
      let goal = read.goal
      print(
        texts(
          isNew ? "command.goals.imported" : "command.goals.unchanged",
          [
            "municipality": escapedForTerminal(read.municipality.name.text(in: texts.language)),
            "indicators": "\(goal?.allIndicators.count ?? 0)",
            "actions": "\(goal?.actions.count ?? 0)", "version": "\(change.number)",
          ]))
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }
}
