import ArgumentParser
import Composition
import Foundation
import SafetyModel
import Texts
import Workflows

/// Writes a verified copy of a data directory to one file.
struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: CommandOptions.textsOfSurroundings("command.backup.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.backup.discussion"))

  @Argument(help: helpText("help.data"), completion: .directory)
  var directory: String
  @Argument(help: helpText("backup.help.file"), completion: .file())
  var file: String
  @Flag(help: helpText("backup.help.replace"))
  var force = false
  @OptionGroup var options: CommandOptions

  func run() async throws {
    let texts = options.texts
    do {
      let report = try StorageEngine.sqlite.safekeeping.backup(
        directory, to: file, replacing: force, progress: TerminalProgress(texts: texts))
      print(
        texts(
          "command.backup.done", count: report.publications.count,
          ["file": escapedForTerminal(file), "seal": report.seal]))
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }
}
