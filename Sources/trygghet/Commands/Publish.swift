import ArgumentParser
import Composition
import Foundation
import SafetyModel
import Texts
import Workflows

/// Makes publications: from study files to figures that anyone may see.
struct Publish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: CommandOptions.textsOfSurroundings("command.publish.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.publish.discussion"))

  @Argument(
    help: helpText("publish.help.studies"), completion: .file(extensions: ["yaml", "yml"]))
  var studies: [String]

  @Option(help: helpText("help.data"), completion: .directory)
  var data: String

  @Option(help: helpText("publish.help.note"))
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
