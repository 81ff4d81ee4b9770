package import SafetyModel

/// Brings a publisher's figures for its areas over to the municipality's own.
///
/// With p the part of the people of publisher's area i who live in area A, v its count and b its
/// base:
///
///     proportion  Σ p·v / Σ p·b        mean  Σ p·b·v / Σ p·b        count  Σ p·v
///
/// over the areas i that have both values. See `docs/methods/preconditions.md`.
package struct MapPreconditions: Sendable {
  package init() {}

  /// All measures in all periods, or ``SafetyModel/Problems`` with everything that does not fit.
  package func callAsFunction(
    _ description: PreconditionsDescription, retrievedAt: String
  ) throws(Problems) -> Preconditions {
    var problems = mappingProblems(description)
    var tables: [PreconditionTable] = []
    for rule in description.measures {
      guard let table = description.tables[rule.table] else {
        let arguments = [
          "table": rule.table, "measure": rule.measure.code,
          "known": description.tables.keys.sorted().joined(separator: ", "),
        ]
        problems.append(
          Problem("preconditions.noTable", arguments: arguments, file: description.file))
        continue
      }
      do throws(Problems) {
        let plan = try MeasurePlan(rule, table)
        for period in plan.periods {
          tables.append(
            self.table(plan.counts(in: period), rule, table, period, description, retrievedAt))
        }
      } catch {
        problems += error.list
      }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return Preconditions(
      municipality: description.municipality, geography: description.mapping.geography,
      measures: description.measures.map(\.measure), tables: tables)
  }

  private func mappingProblems(_ description: PreconditionsDescription) -> [Problem] {
    var sums: [String: Double] = [:]
    for row in description.mapping.rows { sums[row.from, default: 0] += row.part }
    return sums.filter { $0.value > 1.000_001 }.sorted { $0.key < $1.key }.map { area, sum in
      Problem(
        "preconditions.overMapped",
        arguments: ["area": area, "sum": CanonicalNumber.text((sum * 1000).rounded() / 1000)],
        file: description.mappingFile)
    }
  }

  private func table(
    _ counts: [String: AreaCounts], _ rule: MeasureRule, _ table: PublishedTable,
    _ period: Period, _ description: PreconditionsDescription, _ retrievedAt: String
  ) -> PreconditionTable {
    let own = counts.filter { $0.key.hasPrefix(description.municipality) }
    let kind = rule.measure.kind
    var byArea: [String: [(area: String, part: Double)]] = [:]
    var mapped: [String: Double] = [:]
    for row in description.mapping.rows {
      byArea[row.to, default: []].append((row.from, row.part))
      mapped[row.from, default: 0] += row.part
    }
    let figures = byArea.sorted { $0.key < $1.key }.map { area, parts in
      figure(area, parts.filter { own[$0.area] != nil }, own, kind)
    }
    let all = own.keys.sorted().map { ($0, 1.0) }
    let unmapped = own.keys.filter { (mapped[$0] ?? 0) < 0.999_999 }.sorted()
    let weights = own.mapValues { $0.base ?? $0.value ?? 0 }
    let total = weights.values.reduce(0, +)
    let outside = unmapped.reduce(0.0) { $0 + (weights[$1] ?? 0) * (1 - (mapped[$1] ?? 0)) }
    return PreconditionTable(
      measure: rule.measure.code, period: period,
      publishedGeography: description.mapping.publishedGeography, publisher: table.publisher,
      provenance: Provenance(
        source: table.code, table: table.cube.table,
        originalCode: (rule.value + rule.base).joined(separator: " / "),
        retrievedAt: retrievedAt, publishedAt: table.cube.updated),
      figures: figures, whole: figure(description.municipality, all, own, kind),
      coverage: MappingCoverage(
        unmappedPart: total > 0 ? outside / total : 0, unmapped: unmapped,
        unknown: mapped.keys.filter { own[$0] == nil }.sorted()))
  }

  private func figure(
    _ area: String, _ parts: [(area: String, part: Double)], _ counts: [String: AreaCounts],
    _ kind: PreconditionMeasure.Kind
  ) -> PreconditionFigure {
    var above = 0.0
    var below = 0.0
    var without: [String] = []
    for (area, part) in parts {
      guard let count = counts[area], let value = count.value,
        let base = kind == .count ? 1 : count.base
      else {
        without.append(area)
        continue
      }
      above += part * (kind == .mean ? base * value : value)
      below += part * (kind == .count ? value : base)
    }
    let isKnown = without.count < parts.count && (kind == .count || below > 0)
    return PreconditionFigure(
      area: area, value: isKnown ? (kind == .count ? above : above / below) : nil, base: below,
      withoutValue: without.sorted())
  }
}

/// What a publisher's area has of a measure: `nil` where the publisher has no number.
struct AreaCounts {
  var value: Double?
  var base: Double?
}
