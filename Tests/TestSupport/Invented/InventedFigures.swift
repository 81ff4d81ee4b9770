package import DisclosureControl
import Foundation
package import SafetyModel

/// Unprotected figures of the invented little survey, by a formula instead of answers.
///
/// Women are less safe than men and the harbour less safe than the rest, for certain; the police
/// are trusted alike everywhere; feeling unsafe falls from wave to wave.
package enum InventedFigures {
  package static let breakdowns: [[String]] = [[], ["area"], ["sex"], ["age"], ["area", "sex"]]
  /// The figures of the first wave need no trend.
  package static let firstWave = 2021
  package static let respondents = 2400

  /// Every table of one wave by subject, with changes since the given earlier waves.
  package static func tables(wave: Int, since earlier: [Int]) -> [[EstimatedTable]] {
    InventedCodebook.codebook.subjects.map { subject in
      breakdowns.map { table(subject, by: $0, wave: wave, since: earlier) }
    }
  }

  /// One table of one wave.
  package static func table(
    _ subject: PublishedSubject, by breakdown: [String], wave: Int, since earlier: [Int] = []
  ) -> EstimatedTable {
    let dimensions = breakdown.compactMap { code in
      InventedCodebook.codebook.dimension(code).map {
        TableDimension(code: code, values: $0.values.map(\.code))
      }
    }
    let keys = dimensions.reduce([[]]) { keys, dimension in
      keys.flatMap { key in dimension.values.map { key + [$0] } }
    }
    return EstimatedTable(
      subject: subject.code, measure: subject.kind == .item ? .proportion : .mean,
      dimensions: dimensions, statistics: statistics(of: subject),
      rows: keys.map { row(subject, $0, wave: wave) },
      comparisons: breakdown.count > 1
        ? [] : comparisons(subject, among: keys, wave: wave, since: earlier))
  }

  private static func statistics(of subject: PublishedSubject) -> [TableStatistic] {
    [TableStatistic(code: TableStatistic.headline, sumOf: subject.headlineCategories)]
      + subject.categories.map { TableStatistic(code: $0.code) }
  }

  private static func row(_ subject: PublishedSubject, _ key: [String], wave: Int)
    -> EstimatedRow
  {
    let level = level(of: subject, key, wave: wave)
    let within = Double(subject.headlineCategories.count)
    let outside = Double(subject.categories.count) - within
    let shares = subject.categories.map {
      subject.headlineCategories.contains($0.code) ? level / within : (1 - level) / outside
    }
    return EstimatedRow(
      key: key, base: base(key), cells: ([level] + shares).map { cell($0, subject, key) })
  }

  private static func cell(_ value: Double, _ subject: PublishedSubject, _ key: [String])
    -> EstimatedCell
  {
    let error = standardError(value, subject, key)
    return EstimatedCell(
      value: value, standardError: error, lower: max(0, value - 1.96 * error),
      upper: min(subject.scaleMax ?? 1, value + 1.96 * error),
      count: subject.kind == .item ? Int((value * Double(base(key))).rounded()) : nil)
  }

  private static func standardError(_ value: Double, _ subject: PublishedSubject, _ key: [String])
    -> Double
  {
    let spread = subject.scaleMax.map { $0 / 4 } ?? (value * (1 - value)).squareRoot()
    return spread / Double(base(key)).squareRoot()
  }

  /// Respondents in the domain.
  private static func base(_ key: [String]) -> Int {
    let shares = [
      "north": 0.4, "centre": 0.38, "harbour": 0.2, "countryside": 0.02, "women": 0.52,
      "men": 0.48, "16-29": 0.2, "30-64": 0.5, "65-84": 0.3,
    ]
    let share = key.reduce(1) { $0 * (shares[$1] ?? 1) }
    return Int((share * Double(respondents)).rounded())
  }

  /// The true headline of the domain.
  private static func level(of subject: PublishedSubject, _ key: [String], wave: Int) -> Double {
    let years = Double(wave - firstWave)
    switch subject.code {
    case "unsafe-dark":
      let effects = ["women": 0.08, "men": -0.08, "harbour": 0.12, "16-29": 0.03]
      return 0.38 - 0.03 * years + key.reduce(0) { $0 + (effects[$1] ?? 0) }
    case "litter":
      return 0.02 + (key.contains("harbour") ? 0.3 : 0)
    case "trust-police":
      return 0.55 + 0.001 * years
    default:
      return 2.1 + (key.contains("harbour") ? 0.9 : 0) + (key.contains("65-84") ? -0.2 : 0)
    }
  }

  private static func comparisons(
    _ subject: PublishedSubject, among keys: [[String]], wave: Int, since earlier: [Int]
  ) -> [EstimatedComparison] {
    var result: [EstimatedComparison] = []
    for (place, first) in keys.enumerated() where !first.isEmpty {
      for second in keys[(place + 1)...] {
        result.append(comparison(.pair, subject, (first, wave), (second, wave)))
      }
      result.append(comparison(.againstAll, subject, (first, wave), ([], wave)))
    }
    for other in earlier {
      for key in keys {
        result.append(comparison(.change(since: other), subject, (key, wave), (key, other)))
      }
    }
    return result
  }

  private static func comparison(
    _ kind: ComparisonKind, _ subject: PublishedSubject, _ first: (key: [String], wave: Int),
    _ second: (key: [String], wave: Int)
  ) -> EstimatedComparison {
    let values = [first, second].map { level(of: subject, $0.key, wave: $0.wave) }
    let errors = [
      standardError(values[0], subject, first.key), standardError(values[1], subject, second.key),
    ]
    let difference = values[0] - values[1]
    let error = (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot()
    // Ten comparisons in the family, for a p that is neither raw nor hopeless.
    let adjusted = min(1, 10 * erfc(abs(difference) / error / 2.0.squareRoot()))
    return EstimatedComparison(
      kind: kind, first: first.key, second: second.key, difference: difference,
      standardError: error, lower: difference - 1.96 * error, upper: difference + 1.96 * error,
      adjustedP: adjusted, otherBase: first.wave == second.wave ? nil : base(second.key))
  }
}
