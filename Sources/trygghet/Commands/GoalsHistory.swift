import ArgumentParser
import Composition
import SafetyModel
import Texts
import Workflows

/// `trygghet goals history`: every change of the municipality's settings.
struct GoalsHistory: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: CommandOptions.textsOfSurroundings("command.goals.history.abstract"))

  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await store.reading { stores, texts in
      let changes = try await stores.municipality.changes()
      let head = ["number", "at", "who", "why"].map { texts("command.goals.column.\($0)") }
      let lines = changes.map { change in
        let words = [change.note.at, change.note.who, change.note.why]
        return ["\(change.number)"] + words.map { $0.isEmpty ? "–" : escapedForTerminal($0) }
      }
      for line in [head] + lines { print(line.joined(separator: "\t")) }
    }
  }
}
