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

      The seal on the last line is the end of the chain. Note it down elsewhere: as long as \
      verify shows that seal for the same number of publications, nothing was changed.

      Exit code 0: all is whole. 1: something is damaged, and the messages say what.
      """)

  @Argument(help: "The data directory.", completion: .directory)
  var directory: String
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
          "command.verify.whole", count: report.publications.count, ["seal": report.seal]))
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
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
