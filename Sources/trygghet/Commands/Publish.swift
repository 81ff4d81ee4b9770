import ArgumentParser
import Composition
import Foundation
import SafetyModel
import Texts
import Workflows

/// Makes publications: from study files to figures that anyone may see.
struct Publish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Import, estimate, protect and publish studies.",
    discussion: """
      All or nothing: when anything is wrong, everything wrong is told and nothing is changed. \
      Publishing the same file with the same study again makes no new publication. A corrected \
      file makes a new publication of the same wave; say why with --note, and the site shows it.

      A publication compares with the wave before it and the first of its series, so publish \
      waves in their order.

      Examples:
        trygghet publish survey-2025.yaml --data /var/lib/trygghet
        trygghet publish survey-2025.yaml --data data --note "Weights corrected for Åhus"
      """)

  @Argument(
    help: "Study files, oldest wave first.", completion: .file(extensions: ["yaml", "yml"]))
  var studies: [String]

  @Option(help: "The data directory; it is made when it is not there.", completion: .directory)
  var data: String

  @Option(help: "Why a corrected publication is made; shown on the site.")
  var note: String?

  @OptionGroup var options: CommandOptions

  func run() async throws {
    let texts = options.texts
    let progress = TerminalProgress(texts: texts)
    do {
      let stores = try StorageEngine.sqlite.open(data)
      let publish = PublishStudy(
        readers: .standard, digester: SHA256FileDigester(), publications: stores.publications,
        answers: stores.answers, clock: SystemClock(), seed: .random(in: .min ... .max))
      for study in studies {
        say(try await publish(study, note: note, progress: progress), in: texts)
      }
      try stores.close()
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }

  private func say(_ outcome: PublishingResult, in texts: Texts) {
    for warning in outcome.warnings {
      FileHandle.standardError.write(Data((warning.line(in: texts) + "\n").utf8))
    }
    switch outcome.outcome {
    case .unchanged(let heading):
      print(
        texts(
          "command.publish.unchanged",
          [
            "study": heading.study, "number": "\(heading.number)",
          ]))
    case .published(let publication):
      print(
        texts(
          "command.publish.published",
          [
            "study": publication.study, "number": "\(publication.number)",
            "answers": texts.number(Double(publication.respondents), decimals: 0),
            "tables": texts.number(Double(publication.tables.count), decimals: 0),
            "hidden": texts.number(Double(publication.unshownCount), decimals: 0),
          ]))
    }
  }
}
