import DisclosureControl
import SafetyModel
import Texts

/// How a measure of the survey is going, told only as far as it is certain.
struct SurveyStatus {
  let table: ProtectedTable
  let direction: Direction
  let target: IndicatorTarget?
  let series: [WaveFigure]
  let year: Int

  func status(_ texts: Texts) -> Status? {
    guard let figure = table.row([])?.headline, figure.status == .shown else { return nil }
    if let target, let reached = isReached(figure, target) {
      if reached { return Status(.good, texts("page.status.reached")) }
      if year >= target.year {
        return Status(.bad, texts("page.status.missed", ["year": String(target.year)]))
      }
    }
    guard let (since, change) = table.longestChange([]) else {
      return target == nil ? nil : Status(.none, texts("page.status.underway"))
    }
    let words = ["year": String(since)]
    guard change.isCertain else { return Status(.none, texts("page.status.unchanged", words)) }
    switch Verdict(change.value, direction) {
    case .worse: return Status(.bad, texts("page.status.worse", words))
    case .other: return Status(.none, texts("page.status.changed", words))
    case .better:
      if let target, isBehind(figure, target, since: since) {
        return Status(.warn, texts("page.status.tooSlow"))
      }
      return target == nil
        ? Status(.good, texts("page.status.better", words))
        : Status(.warn, texts("page.status.rightWay"))
    }
  }

  /// Whether the whole interval is on the right or on the wrong side; `nil` when it is on both.
  private func isReached(_ figure: PublishedFigure, _ target: IndicatorTarget) -> Bool? {
    guard let lower = figure.lower, let upper = figure.upper else { return nil }
    switch direction {
    case .neutral: return nil
    case .lowerIsBetter: return upper <= target.value ? true : lower > target.value ? false : nil
    case .higherIsBetter: return lower >= target.value ? true : upper < target.value ? false : nil
    }
  }

  /// Whether even the best end of the interval is behind a straight line to the target.
  private func isBehind(_ figure: PublishedFigure, _ target: IndicatorTarget, since: Int) -> Bool {
    guard let first = series.first(where: { $0.year == since })?.figure.value,
      let lower = figure.lower, let upper = figure.upper, target.year > since
    else { return false }
    let part = Double(year - since) / Double(target.year - since)
    let line = first + (target.value - first) * part
    return direction == .lowerIsBetter ? lower > line : upper < line
  }
}

/// How a measure from outside the survey is going; a break begins a new series.
struct ObservationStatus {
  let series: ObservationSeries
  let direction: Direction
  let target: IndicatorTarget?
  /// The values that are measured in the newest way, oldest first.
  let comparable: [StatedValue]
  let lastBreak: Int?

  init(_ series: ObservationSeries, _ direction: Direction, _ target: IndicatorTarget?) {
    self.series = series
    self.direction = direction
    self.target = target
    let sorted = series.observations.sorted { $0.year < $1.year }
    let newest = sorted.last?.year ?? 0
    lastBreak = series.breaks.map(\.year).filter { $0 <= newest }.max()
    let start = lastBreak ?? Int.min
    comparable = sorted.filter { $0.year >= start }
  }

  func status(_ texts: Texts) -> Status? {
    guard let last = comparable.last else { return nil }
    if let target, direction != .neutral {
      let isReached =
        direction == .lowerIsBetter ? last.value <= target.value : last.value >= target.value
      if isReached { return Status(.good, texts("page.status.reached")) }
      if last.year >= target.year {
        return Status(.bad, texts("page.status.missed", ["year": String(target.year)]))
      }
    }
    if let lastBreak {
      return Status(.none, texts("page.status.newBaseline", ["year": String(lastBreak)]))
    }
    guard series.kind == .count, let first = comparable.first, first.year < last.year else {
      return nil
    }
    let words = ["year": String(first.year)]
    guard first.value != last.value else {
      return Status(.none, texts("page.status.same", words))
    }
    switch Verdict(last.value - first.value, direction) {
    case .better: return Status(.good, texts("page.status.countBetter", words))
    case .worse: return Status(.bad, texts("page.status.countWorse", words))
    case .other: return Status(.none, texts("page.status.countChanged", words))
    }
  }

  /// What stands beside the value, such as `från 2, målet var 0`.
  func beside(_ texts: Texts) -> String? {
    guard let first = comparable.first, let last = comparable.last else { return nil }
    var parts: [String] = []
    if first.year < last.year {
      parts.append(
        texts(
          "page.overview.from",
          ["value": texts.observed(first.value, series), "year": String(first.year)]))
    }
    if let target {
      let key = last.year >= target.year ? "page.overview.targetWas" : "page.overview.targetIs"
      parts.append(
        texts(key, ["value": texts.observed(target.value, series), "year": String(target.year)]))
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
