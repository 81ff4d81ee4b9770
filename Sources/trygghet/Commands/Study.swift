import ArgumentParser
import Texts

/// Everything that has to do with a study file.
struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: CommandOptions.textsOfSurroundings("command.study.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.study.discussion"),
    subcommands: [StudyDraftCommand.self, StudyCheckCommand.self])
}
