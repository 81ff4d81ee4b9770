import ArgumentParser
import Composition
import SafetyModel
import Texts
import Workflows

/// `trygghet goals history`: every change of the municipality's settings.
struct GoalsHistory: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "List every change of the goal: number, when, who and why, newest first.")

  @Option(help: "The data directory.", completion: .directory)
  var data: String

  @OptionGroup var options: CommandOptions

  func run() async throws {
    let texts = options.texts
    do {
      let stores = try StorageEngine.sqlite.openForReading(data)
      defer { try? stores.close() }
      let changes = try await stores.municipality.changes()
      let head = ["number", "at", "who", "why"].map { texts("command.goals.column.\($0)") }
      let lines = changes.map { change in
        let words = [change.note.at, change.note.who, change.note.why]
        return ["\(change.number)"] + words.map { $0.isEmpty ? "–" : escapedForTerminal($0) }
      }
      for line in [head] + lines { print(line.joined(separator: "\t")) }
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }
}
