import ArgumentParser

/// The municipality, its goal, indicators and actions.
struct Goals: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The municipality's goal, with its indicators and actions.",
    discussion: """
      Everything stands in one file, and every change is kept with who made it, when and why. \
      What was imported is exported as it was, to the byte.
      """,
    subcommands: [GoalsImport.self, GoalsExport.self, GoalsHistory.self])
}
