import ArgumentParser
import Composition
import SafetyModel
import SurveyStatistics
import Workflows

/// A frame, its strata, and how a sample is divided among them.
struct FrameOptions: ParsableArguments {
  @Argument(help: helpText("plan.help.frame"), completion: .file(extensions: ["csv"]))
  var frame: String

  @Option(help: helpText("plan.help.strata"))
  var strata: String?

  @Option(help: helpText("plan.help.area"))
  var area: String?

  @Option(help: helpText("plan.help.count"))
  var count: String?

  @Option(help: helpText("plan.help.total"))
  var total: Int?

  @Option(help: helpText("plan.help.areaMargin"))
  var margin: Double?

  @Option(help: helpText("plan.help.rule"))
  var rule = AllocationChoice.proportional

  @Option(help: helpText("plan.help.responseColumn"))
  var response = "1"

  @Option(help: helpText("plan.help.shareColumn"))
  var share = "0.5"

  @Option(help: helpText("plan.help.designEffect"))
  var designEffect = 1.0

  @Option(help: helpText("plan.help.confidence"))
  var confidence = 0.95

  @Option(help: helpText("plan.help.delimiter"))
  var delimiter: String?

  /// The frame as it was read, its strata, and the sample as planned.
  func planned() throws -> (table: SourceTable, strata: FrameStrata, sample: PlannedSample) {
    let size: PlanAllocation.Size
    switch (total, margin) {
    case (let total?, nil): size = .total(total)
    case (nil, let margin?): size = .margin(margin)
    default: throw Problems([Problem("plan.sizeOrMargin")])
    }
    let table = try FileReaders.standard.table(frame, delimiter: delimiter)
    let frame = try FrameStrata(
      table,
      columns: FrameStrata.Columns(
        strata: names(strata), count: count, area: area, response: response, share: share))
    let plan = PlanAllocation(
      frame: frame, size: size, rule: rule.rule, designEffect: designEffect,
      confidence: confidence)
    return (table, frame, try plan())
  }

  private func names(_ list: String?) -> [String] {
    (list ?? "").split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init)
  }
}
