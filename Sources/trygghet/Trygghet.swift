import ArgumentParser
import Texts

/// The one program: from a survey file to a published safety picture.
@main
struct Trygghet: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trygghet",
    abstract: CommandOptions.textsOfSurroundings("command.program.abstract"),
    version: "0.1.0",
    subcommands: [
      Backup.self,
      Compare.self,
      Estimate.self,
      Example.self,
      Goals.self,
      PlanCommand.self,
      PreconditionsCommand.self,
      Publish.self,
      ReadStatisticsFile.self,
      Register.self,
      Response.self,
      Restore.self,
      Serve.self,
      Source.self,
      StudyCommand.self,
      Verify.self,
    ])
}
