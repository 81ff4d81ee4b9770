import ArgumentParser
import SafetyModel
import Texts
import Workflows

/// The analyst's tool: raw estimates on the screen, without a database.
struct Estimate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: CommandOptions.textsOfSurroundings("command.estimate.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.estimate.discussion"))

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

  @Argument(help: helpText("estimate.help.study"), completion: .file(extensions: ["yaml", "yml"]))
  var study: String

  @Option(help: helpText("estimate.help.items"))
  var items: String?

  @Option(help: helpText("estimate.help.variables"))
  var variables: String?

  @Option(help: helpText("estimate.help.by"))
  var by: [String] = []

  @Option(help: helpText("estimate.help.statistic"))
  var statistic = StatisticChoice.proportion

  @Option(help: helpText("estimate.help.part"))
  var part = 0.5

  @Option(help: helpText("estimate.help.denominator"))
  var denominator: String?

  @Option(help: helpText("estimate.help.interval"))
  var interval = IntervalChoice.logit

  @Option(help: helpText("estimate.help.family"))
  var family = FamilyChoice.holm

  @Option(help: helpText("plan.help.confidence"))
  var confidence = 0.95

  @Option(help: helpText("plan.help.format"))
  var format = Format.table

  @OptionGroup var options: CommandOptions

  func validate() throws {
    guard confidence > 0, confidence < 1 else {
      throw ValidationError("--confidence must lie between 0 and 1, such as 0.95.")
    }
    guard part > 0, part < 1 else {
      throw ValidationError("--part must lie between 0 and 1, such as 0.5 for the median.")
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

  private func report(in texts: Texts) throws -> AnalystReport {
    var columns = variables?.codes ?? []
    if let denominator, statistic == .ratio { columns.append(denominator) }
    let work = try read(columns: columns)
    return AnalystReport(
      notice: texts("command.estimate.notice"), study: work.study.code, wave: work.study.wave,
      confidence: confidence, rows: work.analysis.answers.rowCount,
      degreesOfFreedom: work.analysis.degreesOfFreedom,
      tables: try tables(of: work, by: try breakdowns(of: work)))
  }

  /// The denominator of a ratio may be an item or index as well as a variable.
  private func read(columns: [String]) throws -> StudyWork {
    guard let denominator, statistic == .ratio else {
      return try StudyWork(study, variables: columns)
    }
    let plain = try StudyWork(study, variables: variables?.codes ?? [])
    return plain.codebook.subject(denominator) == nil
      ? try StudyWork(study, variables: columns) : plain
  }

  private func breakdowns(of work: StudyWork) throws -> [[PublishedDimension]] {
    let wanted =
      by.isEmpty ? work.study.publish.breakdowns.map { $0.joined(separator: ",") } : by
    return try [[]] + wanted.map { try work.dimensions($0, option: "--by") }
  }

  private func tables(
    of work: StudyWork, by breakdowns: [[PublishedDimension]]
  ) throws -> [AnalystReport.Table] {
    var subjects =
      variables != nil && items == nil
      ? [] : try work.subjects(items, option: "--items")
    if statistic == .index { subjects.removeAll { $0.kind != .index } }
    let shares = EstimateStudy(
      analysis: work.analysis, confidence: confidence, interval: interval.method,
      adjustment: family.adjustment)
    switch statistic {
    case .proportion where variables == nil, .index:
      return try shares(subjects: subjects, breakdowns: breakdowns)
    default:
      let numbers =
        subjects.map { EstimateNumbers.Number.subject($0) }
        + (variables?.codes ?? []).map { .variable($0) }
      return try EstimateNumbers(
        analysis: work.analysis, statistic: try number(in: work), confidence: confidence,
        adjustment: family.adjustment)(numbers, breakdowns: breakdowns)
    }
  }

  private func number(in work: StudyWork) throws -> EstimateNumbers.Statistic {
    switch statistic {
    case .proportion, .mean, .index: return .mean
    case .total: return .total
    case .median: return .quantile(0.5)
    case .quantile: return .quantile(part)
    case .ratio:
      guard let denominator else {
        throw Problems([Problem("command.ratioNeedsDenominator", file: study)])
      }
      let subject = work.codebook.subject(denominator)
      return .ratio(to: subject.map { .subject($0) } ?? .variable(denominator))
    }
  }
}
