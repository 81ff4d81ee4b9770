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
    abstract: "Read the municipality and its goal from a file; they replace what was there.",
    discussion: """
      All or nothing: when anything is wrong in the file, everything wrong is told with line and \
      column, and nothing is changed. The version before is kept; see `trygghet goals history`.

      Examples:
        trygghet goals import municipality.yaml --data /var/lib/trygghet
        trygghet goals import municipality.yaml --data data --why "The council's decision 2026-02-10"
      """)

  @Argument(help: "The file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: "The data directory; it is made when it is not there.", completion: .directory)
  var data: String

  @Option(help: "Who makes the change; your account's name unless you say.")
  var who: String = NSUserName()

  @Option(help: "Why the change is made; the first import needs no reason.")
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
