import ArgumentParser

/// The one program: from a survey file to a published safety picture.
@main
struct Trygghet: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trygghet",
    abstract: "Follow up a municipality's safety goal: from survey answers to a published picture.",
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
      Restore.self,
      Serve.self,
      Source.self,
      StudyCommand.self,
      Verify.self,
    ])
}
