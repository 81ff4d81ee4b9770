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
    abstract: "Check that everything in a data directory is as it was published.",
    discussion: """
      Recomputes the hash of every publication and of the answers behind it, and the chain that \
      binds them together; checks the database's pages, references and guards, and that commits \
      survive a power cut. Changes nothing that is stored; may be run while the server is running.

      The seal on the last line stands for everything that was ever kept. Note it down elsewhere, \
      and give it with --seal later: then everything up to that moment is proved to be as it was, \
      nothing changed and nothing taken away, whoever may have had access.

      Example:
        trygghet verify /var/lib/trygghet --seal 3f0c51a97be2

      Exit code 0: all is whole. 1: something is damaged, and the messages say what.
      """)

  @Argument(help: "The data directory.", completion: .directory)
  var directory: String
  @Option(help: "A seal that was noted earlier; its first twelve signs are enough.")
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
