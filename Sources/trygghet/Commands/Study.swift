import ArgumentParser

/// Everything that has to do with a study file.
struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Describe a survey: draft its study file from the data, and check it.",
    discussion: """
      A study file says what the columns of a data file mean, how the sample was drawn and what \
      may be published. docs/handbook/study-file.md describes it in full.
      """,
    subcommands: [StudyDraftCommand.self, StudyCheckCommand.self])
}
