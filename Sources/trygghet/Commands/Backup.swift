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
    abstract: "Copy a data directory to one file, also while the server is running.",
    discussion: """
      The copy is made under a temporary name beside FILE, checked from end to end and written to \
      disk before it gets its name: a file called FILE is always whole. The file is readable by \
      its owner only. It holds coded answers: keep it as safe as the directory itself.

      Exit code 0: the backup is there. 1: there is none, and the message says why.
      """)

  @Argument(help: "The data directory.", completion: .directory)
  var directory: String
  @Argument(help: "The file to write.", completion: .file())
  var file: String
  @Flag(help: "Replace FILE if it is there.")
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
