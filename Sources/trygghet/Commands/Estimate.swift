import ArgumentParser
import SafetyModel
import Texts
import Workflows

/// The analyst's tool: raw estimates on the screen, without a database.
struct Estimate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: CommandOptions.textsOfSurroundings("command.estimate.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.estimate.discussion"))

  @Argument(help: helpText("estimate.help.study"), completion: .file(extensions: ["yaml", "yml"]))
  var study: String

  @OptionGroup(title: helpTitle("subjects")) var number: NumberOptions
  @OptionGroup(title: helpTitle("subjects")) var subject: SubjectOptions
  @OptionGroup(title: helpTitle("uncertainty")) var uncertainty: UncertaintyOptions
  @OptionGroup(title: helpTitle("comparisons")) var comparison: ComparisonOptions
  @OptionGroup(title: helpTitle("comparisons")) var decision: DecisionOptions
  @OptionGroup(title: helpTitle("waves")) var waves: WaveOptions
  @OptionGroup(title: helpTitle("smallAreas")) var smallAreas: SmallAreaOptions

  @Option(help: helpText("plan.help.format"))
  var format = FigureFormat.table

  @OptionGroup var options: CommandOptions

  func validate() throws {
    let isModel = smallAreas.smallAreas || !waves.pool.isEmpty
    if smallAreas.smallAreas, !waves.pool.isEmpty || waves.since != nil {
      let other = waves.since == nil ? "--pool" : "--since"
      throw usageError("not", ["option": "--small-areas", "other": other])
    }
    if smallAreas.smallAreas, ![.proportion, .mean, .index].contains(subject.statistic) {
      throw usageError("smallAreaStatistic")
    }
    if subject.standardise != nil, isModel || waves.since != nil {
      throw usageError("onlyDirect", ["option": "--standardise"])
    }
    if comparison.compare.value == .ratio, decision.equivalence != nil {
      throw usageError("not", ["option": "--equivalence", "other": "--compare ratio"])
    }
    if comparison.decompose != nil, isModel {
      throw usageError("onlyDirect", ["option": "--decompose"])
    }
    if !comparison.test.isEmpty, isModel || waves.since != nil {
      throw usageError("onlyDirect", ["option": "--test"])
    }
    if comparison.decompose != nil, ![.proportion, .mean, .index].contains(subject.statistic) {
      throw usageError("decomposesMeans")
    }
    let isOfShares = number.variables == nil && [.proportion, .index].contains(subject.statistic)
    if comparison.test.contains(where: { $0 != .means }), !isOfShares {
      throw usageError("testsOfItems")
    }
    // The figures of a model's table are of several kinds, of which contrasts take one.
    if uncertainty.covariance, isModel, comparison.contrast.isEmpty {
      throw usageError("covarianceOfContrasts")
    }
  }

  func run() async throws {
    let texts = options.texts
    let report = try Refusal.telling(in: texts) { try AnalystRequest(self).report(in: texts) }
    switch format {
    case .table: print(report.table(in: texts), terminator: "")
    case .csv: print(report.csv, terminator: "")
    case .json: print(try report.json)
    }
  }
}
