import ArgumentParser
import Composition
import Foundation
import SafetyModel
import Texts
import Workflows

/// Proves that everything stored is as it was published.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: CommandOptions.textsOfSurroundings("command.verify.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.verify.discussion"))

  @Argument(help: helpText("help.data"), completion: .directory)
  var directory: String
  @Option(help: helpText("verify.help.seal"))
  var seal: String?
  @OptionGroup var options: CommandOptions

  func run() async throws {
    let texts = options.texts
    do {
      let report = try StorageEngine.sqlite.safekeeping.verify(
        directory, progress: TerminalProgress(texts: texts))
      for publication in report.publications { print(line(publication, in: texts)) }
      guard report.isWhole else { throw Problems(report.problems) }
      print(
        texts(
          "command.verify.whole", count: report.publications.count,
          ["seal": report.seal, "entries": "\(report.seals.count)"]))
      if let seal { print(try line(of: seal, report, in: texts)) }
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }

  private func line(
    of seal: String, _ report: VerificationReport, in texts: Texts
  ) throws -> String {
    guard let entries = report.entries(atSeal: seal) else {
      throw Problems([Problem("storage.sealUnknown", arguments: ["seal": seal])])
    }
    return texts(
      "command.verify.seal", ["entries": "\(entries)", "all": "\(report.seals.count)"])
  }

  private func line(_ publication: VerifiedPublication, in texts: Texts) -> String {
    let heading = publication.heading
    return texts(
      publication.isWhole
        ? "command.verify.publication.whole" : "command.verify.publication.damaged",
      [
        "number": String(heading.number), "study": escapedForTerminal(heading.study),
        "wave": String(heading.wave), "moment": escapedForTerminal(heading.publishedAt),
        "hash": String(publication.hash.prefix(16)),
      ])
  }
}
