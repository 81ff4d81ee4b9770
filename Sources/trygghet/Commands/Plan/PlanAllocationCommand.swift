import ArgumentParser
import Foundation
import SafetyModel
import Texts
import Workflows

/// Divides a sample among the strata of a frame.
struct PlanAllocationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocation",
    abstract: CommandOptions.textsOfSurroundings("command.plan.allocation.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.plan.allocation.discussion"))

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json }

  @OptionGroup var frame: FrameOptions

  @Option(help: helpText("plan.help.format"))
  var format = Format.table

  @OptionGroup var options: CommandOptions

  func run() throws {
    let texts = options.texts
    let sample = try Refusal.telling(in: texts) { try frame.planned().sample }
    switch format {
    case .table: print(sample.table(in: texts), terminator: "")
    case .csv: print(sample.csv, terminator: "")
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(sample), as: UTF8.self))
    }
  }
}

extension PlannedSample {
  /// One line a stratum, with all digits.
  var csv: String {
    func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
    let head = columns + ["population", "drawn", "expected_answers", "margin_of_error"]
    let lines = strata.map { line in
      (line.key.map(quoted) + [
        "\(line.populationSize)", "\(line.sampled)", "\(line.expectedRespondents)",
        "\(line.marginOfError)",
      ]).joined(separator: ",")
    }
    return ([head.map(quoted).joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  /// Strata, areas and everyone in columns, for the screen.
  func table(in texts: Texts) -> String {
    let head = ["group", "population", "drawn", "answers", "margin"].map {
      texts("command.plan.column.\($0)")
    }
    func cells(_ line: Line) -> [String] {
      [
        line.key.isEmpty
          ? texts("command.estimate.everyone")
          : line.key.map { escapedForTerminal($0) }.joined(separator: " × "),
        texts.persons(Double(line.populationSize)), texts.persons(Double(line.sampled)),
        texts.persons(line.expectedRespondents), texts.points(line.marginOfError),
      ]
    }
    let blocks = [strata, areas, [everyone]].filter { !$0.isEmpty }
    return ColumnText.aligned([head] + blocks.flatMap { $0.map(cells) })
      .joined(separator: "\n") + "\n"
  }
}
