import ArgumentParser
import Texts

/// The municipality, its goal, indicators and actions.
struct Goals: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: CommandOptions.textsOfSurroundings("command.goals.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.goals.discussion"),
    subcommands: [GoalsImport.self, GoalsExport.self, GoalsHistory.self])
}
