import ArgumentParser
import Foundation
import InventedMunicipality
import Texts

/// Writes the invented municipality: its surveys, areas, goal and actions.
struct Example: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: CommandOptions.textsOfSurroundings("command.example.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.example.discussion"))

  @Argument(
    help: helpText("example.help.directory"), completion: .directory)
  var directory: String

  @Option(help: helpText("example.help.seed"))
  var seed: UInt64 = InventedMunicipality.standardSeed

  @OptionGroup var options: CommandOptions

  func run() throws {
    let texts = options.texts
    let files = try InventedMunicipality(seed: seed).files()
    let target = ExampleDirectory(path: directory)
    let conflicts = target.conflicts(with: files)
    guard conflicts.isEmpty else { throw refusal(of: conflicts, in: texts) }
    let written: Int
    do { written = try target.write(files) } catch { throw fault(error, in: texts) }
    let arguments = ["directory": escapedForTerminal(directory)]
    if written == 0 {
      print(texts("command.example.unchanged", arguments))
    } else {
      print(texts("command.example.written", count: written, arguments))
    }
    print(texts("command.example.next", arguments))
  }

  private func refusal(of conflicts: [String], in texts: Texts) -> ExitCode {
    let files = conflicts.map { "  \($0)\n" }.joined()
    let words = texts("command.example.exists", ["directory": escapedForTerminal(directory)])
    FileHandle.standardError.write(Data((words + "\n" + files).utf8))
    return Refusal.exitCode
  }

  private func fault(_ error: any Error, in texts: Texts) -> ExitCode {
    let reason = escapedForTerminal(error.localizedDescription)
    let words = texts(
      "command.example.failed", ["directory": escapedForTerminal(directory), "reason": reason])
    FileHandle.standardError.write(Data((words + "\n").utf8))
    return ExitCode(70)
  }
}
