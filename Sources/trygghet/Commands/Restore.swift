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
    abstract: "Make a data directory from a backup.",
    discussion: """
      The directory must be empty or not exist: nothing is ever overwritten. The backup is checked \
      from end to end before it is copied, and the copy before it gets its name.

      Exit code 0: the directory can be served. 1: nothing was restored, and the message says why.
      """)

  @Argument(help: "The backup.", completion: .file())
  var file: String
  @Argument(help: "The data directory to make.", completion: .directory)
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
