import DisclosureControl
import Foundation
import SafetyModel

/// Figures for page examples, made by formulas: every group adds up and nothing is random.
///
/// They go the same way as real figures: unprotected tables through the rules of disclosure.
struct ExampleSurvey: Sendable {
  /// A group of respondents that is alike in everything.
  struct Leaf: Sendable {
    var values: [String: String]
    var base: Int
    var weight: Double
    /// What is added to the logit of every subject's share, by subject.
    var shift: @Sendable (String) -> Double
  }

  /// A subject of an example and the share of it in the first wave.
  struct Subject: Sendable {
    var published: PublishedSubject
    var share: Double
    /// Added to the logit for each wave after the first.
    var trend: Double
  }

  var dimensions: [PublishedDimension]
  var breakdowns: [[String]]
  var leaves: [Leaf]
  var subjects: [Subject]
  /// Breakdowns in which every pair is compared, and each row with everyone.
  var compared: [[String]]
  var comparesWithin: [[String]]
  var rules = DisclosureRules()

  /// The tables of a wave before comparisons between waves.
  func estimates(wave: Int) -> [EstimatedTable] {
    subjects.flatMap { subject in
      breakdowns.map { table(subject, by: $0, wave: wave) }
    }
  }

  private func table(_ subject: Subject, by codes: [String], wave: Int) -> EstimatedTable {
    let crossed = codes.compactMap { code in dimensions.first { $0.code == code } }
      .map { TableDimension(code: $0.code, values: $0.values.map(\.code)) }
    let isIndex = subject.published.kind == .index
    let categories = subject.published.categories.map { TableStatistic(code: $0.code) }
    let headline = TableStatistic(
      code: TableStatistic.headline, sumOf: subject.published.headlineCategories)
    let rows = keys(crossed).map { row(subject, key: $0, of: codes, wave: wave) }
    return EstimatedTable(
      subject: subject.published.code, measure: isIndex ? .mean : .proportion,
      dimensions: crossed, statistics: [headline] + (isIndex ? [] : categories), rows: rows,
      comparisons: comparisons(codes, rows: rows, subject, wave: wave))
  }

  private func keys(_ dimensions: [TableDimension]) -> [[String]] {
    dimensions.reduce([[]]) { keys, dimension in
      keys.flatMap { key in dimension.values.map { key + [$0] } }
    }
  }

  func row(_ subject: Subject, key: [String], of codes: [String], wave: Int)
    -> EstimatedRow
  {
    let inside = leaves.filter { leaf in
      zip(codes, key).allSatisfy { leaf.values[$0] == $1 }
    }
    let base = inside.reduce(0) { $0 + $1.base }
    let weight = inside.reduce(0) { $0 + $1.weight }
    let share =
      inside.reduce(0) { $0 + $1.weight * self.share(subject, $1, wave: wave) }
      / max(weight, 1e-9)
    if subject.published.kind == .index {
      let scale = subject.published.scaleMax ?? 6
      return EstimatedRow(key: key, base: base, cells: [mean(share * scale, scale, base)])
    }
    let parts = split(share, over: subject.published)
    return EstimatedRow(
      key: key, base: base,
      cells: ([share] + parts).map { Self.proportion($0, base) })
  }

  private func share(_ subject: Subject, _ leaf: Leaf, wave: Int) -> Double {
    let logit =
      log(subject.share / (1 - subject.share)) + subject.trend * Double(wave)
      + leaf.shift(subject.published.code)
    return 1 / (1 + exp(-logit))
  }

  /// Divides the headline over its categories, and the rest over the others, two to one.
  private func split(_ share: Double, over subject: PublishedSubject) -> [Double] {
    let isHeadline = subject.categories.map { subject.headlineCategories.contains($0.code) }
    func weights(_ wanted: Bool) -> [Double] {
      let count = isHeadline.filter { $0 == wanted }.count
      let raw = (0..<count).map { Double($0 % 2 + 1) }
      return raw.map { $0 / max(raw.reduce(0, +), 1) }
    }
    var inside = weights(true)[...]
    var outside = weights(false)[...]
    return isHeadline.map {
      $0 ? share * (inside.popFirst() ?? 0) : (1 - share) * (outside.popFirst() ?? 0)
    }
  }

  private static func proportion(_ p: Double, _ base: Int) -> EstimatedCell {
    let error = sqrt(p * (1 - p) * 1.2 / Double(max(base, 1)))
    let logit = log(p / (1 - p))
    let reach = 1.96 * error / (p * (1 - p))
    func inverse(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
    return EstimatedCell(
      value: p, standardError: error, lower: inverse(logit - reach), upper: inverse(logit + reach),
      count: Int((p * Double(base)).rounded()))
  }

  private func mean(_ value: Double, _ scale: Double, _ base: Int) -> EstimatedCell {
    let error = scale / 4 / sqrt(Double(max(base, 1)))
    return EstimatedCell(
      value: value, standardError: error, lower: value - 1.96 * error,
      upper: value + 1.96 * error, count: nil)
  }
}
