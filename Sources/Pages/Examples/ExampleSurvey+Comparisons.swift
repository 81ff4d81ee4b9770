import DisclosureControl
import Foundation
import SafetyModel

extension ExampleSurvey {
  /// Pairs of rows and rows against everyone; crossed tables compare within the outer value.
  func comparisons(_ codes: [String], rows: [EstimatedRow], _ subject: Subject, wave: Int)
    -> [EstimatedComparison]
  {
    var found: [EstimatedComparison] = []
    if compared.contains(codes) || comparesWithin.contains(codes) {
      for (i, first) in rows.enumerated() {
        for second in rows[(i + 1)...]
        where compared.contains(codes) || first.key.dropLast() == second.key.dropLast() {
          found.append(Self.difference(.pair, first, second, second.key))
        }
      }
    }
    if compared.contains(codes), rows.count > 2 {
      let everyone = row(subject, key: [], of: [], wave: wave)
      found += rows.map { Self.difference(.againstAll, $0, everyone, []) }
    }
    return found
  }

  /// First minus second with the errors added as if the two were independent.
  static func difference(
    _ kind: ComparisonKind, _ first: EstimatedRow, _ second: EstimatedRow, _ key: [String],
    otherBase: Int? = nil
  ) -> EstimatedComparison {
    let (a, b) = (first.cells[0], second.cells[0])
    let difference = a.value - b.value
    let error = sqrt(a.standardError * a.standardError + b.standardError * b.standardError)
    return EstimatedComparison(
      kind: kind, first: first.key, second: key, difference: difference, standardError: error,
      lower: difference - 1.96 * error, upper: difference + 1.96 * error,
      adjustedP: erfc(abs(difference) / error / 2.0.squareRoot()), otherBase: otherBase)
  }

  /// A wave's tables with changes since earlier waves, Holm's rule applied to each family.
  func estimates(waves: [Int], since earlier: [Int]) -> (tables: [EstimatedTable], counts: [Int]) {
    guard let wave = waves.last, let first = waves.first else { return ([], [0, 0]) }
    let old = earlier.map { ($0, estimates(wave: $0 - first)) }
    var tables = estimates(wave: wave - first).enumerated().map { place, table in
      let changes = old.flatMap { year, tables in
        zip(table.rows, tables[place].rows).map {
          Self.difference(.change(since: year), $0, $1, $0.key, otherBase: $1.base)
        }
      }
      return table.adding(table.dimensions.count < 2 ? changes : [])
    }
    let counts = [false, true].map { Holm.adjust(&tables, isChange: $0) }
    return (tables, counts)
  }

  func protected(_ tables: [EstimatedTable]) -> [ProtectedTable] {
    subjects.flatMap { subject in
      rules.protect(tables.filter { $0.subject == subject.published.code })
    }
  }
}

extension EstimatedTable {
  fileprivate func adding(_ more: [EstimatedComparison]) -> EstimatedTable {
    with(comparisons + more)
  }

  fileprivate func with(_ comparisons: [EstimatedComparison]) -> EstimatedTable {
    EstimatedTable(
      subject: subject, measure: measure, dimensions: dimensions, statistics: statistics,
      rows: rows, comparisons: comparisons)
  }
}

/// Holm's rule over all comparisons of one kind in all tables of an example.
private enum Holm {
  static func adjust(_ tables: inout [EstimatedTable], isChange: Bool) -> Int {
    let places = tables.indices.flatMap { t in
      tables[t].comparisons.indices.compactMap { c -> (table: Int, place: Int, p: Double)? in
        let comparison = tables[t].comparisons[c]
        return comparison.isChange == isChange ? (t, c, comparison.adjustedP) : nil
      }
    }
    var adjusted = tables.map(\.comparisons)
    var greatest = 0.0
    for (rank, found) in places.sorted(by: { $0.p < $1.p }).enumerated() {
      greatest = max(greatest, min(1, found.p * Double(places.count - rank)))
      adjusted[found.table][found.place] =
        adjusted[found.table][found.place].with(adjustedP: greatest)
    }
    for t in tables.indices { tables[t] = tables[t].with(adjusted[t]) }
    return places.count
  }
}

extension EstimatedComparison {
  fileprivate var isChange: Bool {
    switch kind {
    case .change: true
    case .pair, .againstAll: false
    }
  }

  fileprivate func with(adjustedP p: Double) -> EstimatedComparison {
    EstimatedComparison(
      kind: kind, first: first, second: second, difference: difference,
      standardError: standardError, lower: lower, upper: upper, adjustedP: p,
      otherBase: otherBase)
  }
}
