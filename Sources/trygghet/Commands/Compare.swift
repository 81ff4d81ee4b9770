import ArgumentParser
import Foundation
import SafetyModel
import SurveyStatistics
import Texts
import Workflows

/// Compares groups with everything else alike, for the analyst's own screen.
struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: CommandOptions.textsOfSurroundings("command.compare.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.compare.discussion"))

  @Argument(help: helpText("estimate.help.study"), completion: .file(extensions: ["yaml", "yml"]))
  var study: String

  @Option(help: helpText("compare.help.across"))
  var across: String

  @Option(name: .customLong("adjust"), help: helpText("compare.help.adjust"))
  var adjustLists: [String] = []
  var adjust: String? { adjustLists.inOneList }

  @Option(name: .customLong("adjust-numbers"), help: helpText("compare.help.adjustNumbers"))
  var adjustNumberLists: [String] = []
  var adjustNumbers: String? { adjustNumberLists.inOneList }

  @OptionGroup var number: NumberOptions

  @Option(help: helpText("compare.help.model"))
  var model: Word<RegressionFamily>?

  @Flag(help: helpText("compare.help.coefficients"))
  var coefficients = false

  @OptionGroup var decision: DecisionOptions

  @Option(help: helpText("plan.help.confidence"))
  var confidence = 0.95

  @Option(help: helpText("plan.help.format"))
  var format = FigureFormat.table

  @OptionGroup var options: CommandOptions

  func validate() throws {
    guard confidence > 0, confidence < 1 else {
      throw usageError("between", ["option": "--confidence", "example": "0.95"])
    }
  }

  func run() async throws {
    let texts = options.texts
    let report = try Refusal.telling(in: texts) { try self.report(in: texts) }
    switch format {
    case .table: print(report.table(in: texts), terminator: "")
    case .csv: print(report.csv, terminator: "")
    case .json: print(try report.json)
    }
  }

  private func report(in texts: Texts) throws -> AdjustedReport {
    let work = try StudyWork(
      study, variables: (number.variables?.codes ?? []) + (adjustNumbers?.codes ?? []),
      cuts: number.cut.map { try CutPoints($0) })
    let compare = CompareAdjusted(
      analysis: work.analysis, confidence: confidence, adjustment: decision.family.adjustment,
      equivalenceMargin: decision.equivalence, family: model?.value, withCoefficients: coefficients)
    let groups = try work.choice.dimension(across, option: "--across")
    let others = try adjust.map { try work.dimensions($0, option: "--adjust") } ?? []
    let alike = (adjustNumbers?.codes ?? []).map(work.number)
    var tables: [AdjustedReport.Table] = []
    var withoutModel: [String] = []
    let numbers =
      try number.subjects(of: work).map { .subject($0) } + number.variables(of: work)
    for number in numbers {
      do {
        tables.append(
          try compare(number, across: groups, adjustingFor: others, numbers: alike))
      } catch let error as CompareAdjusted.NotConverged {
        withoutModel.append(error.subject)
      }
    }
    return AdjustedReport(
      notice: texts("command.estimate.notice"), study: work.study.code,
      wave: work.study.wave, confidence: confidence,
      rows: work.analysis.answers.respondentCount,
      degreesOfFreedom: work.analysis.degreesOfFreedom, adjustment: decision.family.adjustment,
      equivalenceMargin: decision.equivalence, tables: tables, withoutModel: withoutModel)
  }
}
