import ArgumentParser
import Composition
import Foundation
import SafetyModel
import Texts
import Workflows

/// Checks a study: `trygghet study check STUDY` tells everything that is wrong.
struct StudyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: CommandOptions.textsOfSurroundings("command.study.check.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.study.check.discussion"))

  @Argument(help: helpText("estimate.help.study"))
  var study: String

  @OptionGroup var options: CommandOptions

  func run() throws {
    let texts = options.texts
    do {
      let input = try StudyInput.read(study, with: .standard)
      // Every order of the rows has the same counts.
      let coded = try CodeAnswers(seed: 0).coded(input)
      let study = input.document.study
      print(report(StudySummary(coded, of: study), study, texts))
      if coded.warnings.isEmpty { return print(texts("command.study.check.fine")) }
      _ = Refusal.report(coded.warnings, in: texts)
      print(texts("command.study.check.warnings", count: coded.warnings.count))
    } catch let problems as Problems {
      let code = Refusal.report(problems.list, in: texts)
      let errors = problems.list.count { $0.severity == .error }
      print(texts("command.study.check.problems", count: errors))
      throw code
    }
  }

  private func report(_ summary: StudySummary, _ study: Study, _ texts: Texts) -> String {
    let heading = texts(
      "command.study.check.heading",
      [
        "title": escapedForTerminal(study.title.text(in: texts.language)),
        "rows": texts.number(Double(summary.rowCount), decimals: 0),
        "items": String(summary.itemCount), "indices": String(summary.indexCount),
      ])
    var lines = [heading]
    if summary.leftOutCount > 0 {
      lines.append(
        texts(
          "command.study.check.leftOut",
          ["n": texts.number(Double(summary.leftOutCount), decimals: 0)]))
    }
    for breakdown in summary.breakdowns { lines += self.lines(of: breakdown, texts) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The groups of one dimension one by one; crossed dimensions in a line.
  private func lines(of breakdown: StudySummary.Breakdown, _ texts: Texts) -> [String] {
    let dimensions = words(breakdown.labels, texts)
    if breakdown.labels.count > 1 {
      let hidden = breakdown.groups.count(where: \.isHidden)
      return [
        "",
        texts(
          "command.study.check.crossed", count: breakdown.groups.count,
          ["dimensions": dimensions, "hidden": String(hidden)]),
      ]
    }
    return ["", dimensions]
      + breakdown.groups.map { group in
        "  "
          + texts(
            group.isHidden ? "command.study.check.hiddenGroup" : "command.study.check.group",
            [
              "group": words(group.labels, texts),
              "base": texts.number(Double(group.base), decimals: 0),
            ])
      }
  }

  private func words(_ labels: [LocalisedText], _ texts: Texts) -> String {
    labels.map { escapedForTerminal($0.text(in: texts.language)) }.joined(separator: " × ")
  }
}
