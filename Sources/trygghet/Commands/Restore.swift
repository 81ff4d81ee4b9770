import ArgumentParser
import Composition
import Foundation
import SafetyModel
import Texts
import Workflows

/// Makes a data directory from a backup.
struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: CommandOptions.textsOfSurroundings("command.restore.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.restore.discussion"))

  @Argument(help: helpText("restore.help.backup"), completion: .file())
  var file: String
  @Argument(help: helpText("restore.help.directory"), completion: .directory)
  var directory: String
  @OptionGroup var options: CommandOptions

  func run() async throws {
    let texts = options.texts
    do {
      let report = try StorageEngine.sqlite.safekeeping.restore(
        file, into: directory, progress: TerminalProgress(texts: texts))
      print(
        texts(
          "command.restore.done", count: report.publications.count,
          ["directory": escapedForTerminal(directory), "seal": report.seal]))
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }
}
