import ArgumentParser
import Composition

/// Reads an SPSS or Stata file in a process of its own; the program starts it by itself.
struct ReadStatisticsFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: StatisticsFileProcess.subcommand,
    abstract: "Read an SPSS or Stata file in a process of its own (started by the program).",
    shouldDisplay: false)

  @Argument(help: "The file.")
  var path: String

  func run() throws {
    throw ExitCode(StatisticsFileProcess.run(path))
  }
}
