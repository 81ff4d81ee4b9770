import DisclosureControl
import SafetyModel

/// Groups side by side, from published tables and observations only.
struct CompareGroups {
  let indicator: Indicator
  let values: PublishedValues

  func equality() -> Equality {
    guard let definition = indicator.definition else {
      return Equality(dimensions: [], answer: .cannotTell)
    }
    let dimensions: [EqualityDimension] =
      switch definition.source {
      case .survey(let series, let subject): surveyed(definition, series, subject)
      case .external(let external), .register(let external):
        external.series.map { observed(definition, $0) } ?? []
      }
    return Equality(dimensions: dimensions, answer: answer(dimensions))
  }

  // MARK: A survey's published tables

  private func surveyed(_ definition: IndicatorDefinition, _ series: String, _ subject: String)
    -> [EqualityDimension]
  {
    let waves = values.waves[series, default: []].filter { definition.holds(for: .year($0.wave)) }
    guard let codebook = waves.last?.codebook else { return [] }
    return codebook.dimensions.compactMap { dimension in
      guard let role = RequiredBreakdown(dimension.role) else { return nil }
      let tables = waves.compactMap { wave in
        wave.table(subject, by: [dimension.code]).map { (wave, $0) }
      }
      guard let newest = tables.last else { return nil }
      let groups = dimension.values.map { value in
        GroupHistory(
          category: value.code,
          points: tables.compactMap { wave, table in
            table.row([value.code]).flatMap {
              IndicatorPoint(
                $0.headline, table.measure, period: .year(wave.wave), publication: wave.number)
            }
          })
      }
      let gaps = newest.1.comparisons.compactMap { told -> EqualityGap? in
        guard let pair = Pair(told) else { return nil }
        return gap(pair, in: tables.map { ($0.0.wave, $0.1) })
      }
      return EqualityDimension(code: dimension.code, role: role, groups: groups, gaps: gaps)
    }
  }

  /// Two groups of a table, or a group and everyone.
  private struct Pair: Hashable {
    var first: String
    var second: String?

    init?(_ told: ProtectedComparison) {
      guard let first = told.first.first, told.first.count == 1 else { return nil }
      switch told.kind {
      case .pair:
        guard let second = told.second.first else { return nil }
        self.second = second
      case .againstAll: second = nil
      case .change: return nil
      }
      self.first = first
    }
  }

  /// What the publications tell of one gap, wave by wave.
  private func gap(_ pair: Pair, in tables: [(wave: Int, table: ProtectedTable)]) -> EqualityGap {
    let points = tables.compactMap { wave, table -> GapPoint? in
      guard let told = table.comparisons.first(where: { Pair($0) == pair }) else { return nil }
      let standardError = (told.upper - told.lower) / (2 * IndicatorChange.halfWidth)
      return GapPoint(
        period: .year(wave), difference: told.difference,
        certainty: .sampled(
          standardError: standardError, lower: told.lower, upper: told.upper,
          isCertain: told.isCertain))
    }
    return EqualityGap(
      first: pair.first, second: pair.second, points: points,
      development: GapDevelopment(points))
  }

  // MARK: Others' observations

  private func observed(_ definition: IndicatorDefinition, _ series: String)
    -> [EqualityDimension]
  {
    var dimensions: [EqualityDimension] = []
    let grouped = values.municipal(series).filter {
      $0.breakdown.count == 1 && definition.holds(for: $0.period)
    }
    for (role, codes) in RequiredBreakdown.dimensionCodes {
      for code in codes {
        let groups = Dictionary(grouping: grouped.filter { $0.breakdown[code] != nil }) {
          $0.breakdown[code] ?? ""
        }
        if let dimension = dimension(code, role, groups, definition) {
          dimensions.append(dimension)
        }
      }
    }
    let areas = Dictionary(
      grouping: values.areal(series).filter { definition.holds(for: $0.period) },
      by: \.place.code)
    if let dimension = dimension("area", .area, areas, definition) { dimensions.append(dimension) }
    return dimensions
  }

  /// Two groups are compared with each other, more of them each with everyone.
  private func dimension(
    _ code: String, _ role: RequiredBreakdown, _ groups: [String: [Observation]],
    _ definition: IndicatorDefinition
  ) -> EqualityDimension? {
    let histories = groups.sorted { $0.key < $1.key }.map { category, observations in
      GroupHistory(
        category: category,
        points: observations.compactMap {
          IndicatorPoint(
            $0, counted: definition.source.kind == .register,
            proportion: definition.unit == .proportion)
        }.sorted { $0.period < $1.period })
    }.filter { !$0.points.isEmpty }
    guard histories.count >= 2 else { return nil }
    let everyone = values.history(of: indicator).current?.points ?? []
    let gaps =
      histories.count == 2
      ? [gap(histories[0], histories[1].category, histories[1].points)]
      : histories.map { gap($0, nil, everyone) }
    return EqualityDimension(
      code: code, role: role, groups: histories, gaps: gaps.filter { !$0.points.isEmpty })
  }

  private func gap(_ first: GroupHistory, _ second: String?, _ others: [IndicatorPoint])
    -> EqualityGap
  {
    let points = first.points.compactMap { point -> GapPoint? in
      guard let other = others.first(where: { $0.period == point.period }) else { return nil }
      let difference = IndicatorChange(from: other, to: point)
      return GapPoint(
        period: point.period, difference: difference.difference, certainty: difference.certainty)
    }
    return EqualityGap(
      first: first.category, second: second, points: points, development: GapDevelopment(points))
  }

  // MARK: The answer

  /// The groups that certainly have it worse in the newest period, the widest gap first.
  private func answer(_ dimensions: [EqualityDimension]) -> LeftBehind {
    guard !dimensions.allSatisfy(\.gaps.isEmpty), indicator.direction != .neutral else {
      return .cannotTell
    }
    let behind = dimensions.flatMap { dimension in
      dimension.gaps.compactMap { gap in self.behind(gap, dimension) }
    }
    guard !behind.isEmpty else { return .noneCertain }
    return .groups(behind.sorted { $0.worseBy > $1.worseBy })
  }

  private func behind(_ gap: EqualityGap, _ dimension: EqualityDimension) -> GroupLeftBehind? {
    guard let newest = gap.points.last, newest.isCertain else { return nil }
    let values = [gap.first, gap.second].map { code in
      code.flatMap { code in dimension.groups.first { $0.category == code } }?
        .points.first { $0.period == newest.period }?.value
    }
    // Against everyone the second value is what the difference says.
    guard let first = values[0],
      let gain = indicator.direction.gain(
        from: first, to: values[1] ?? (first - newest.difference)), gain != 0
    else { return nil }
    if gain > 0 {
      return GroupLeftBehind(
        dimension: dimension.code, role: dimension.role, group: gap.first,
        comparedWith: gap.second, worseBy: gain, development: gap.development)
    }
    // Everyone is no group that could be left behind.
    guard let second = gap.second else { return nil }
    return GroupLeftBehind(
      dimension: dimension.code, role: dimension.role, group: second, comparedWith: gap.first,
      worseBy: -gain, development: gap.development)
  }
}

extension GapDevelopment {
  /// The width of the gap in the newest period against the first, waves drawn independently.
  init(_ points: [GapPoint]) {
    guard let first = points.first, let newest = points.last, first.period < newest.period else {
      self = .tooFewPoints
      return
    }
    let wider = newest.difference.magnitude - first.difference.magnitude
    switch (first.certainty, newest.certainty) {
    case (.untold, _), (_, .untold): self = .uncertaintyUntold
    case (.exact, .exact):
      self =
        wider == 0
        ? .noCertainChange(since: first.period)
        : wider > 0
          ? .certainlyLarger(since: first.period) : .certainlySmaller(since: first.period)
    default:
      let (a, b) = (first.standardError, newest.standardError)
      let margin = IndicatorChange.halfWidth * (a * a + b * b).squareRoot()
      self =
        wider.magnitude <= margin
        ? .noCertainChange(since: first.period)
        : wider > 0
          ? .certainlyLarger(since: first.period) : .certainlySmaller(since: first.period)
    }
  }
}

extension GapPoint {
  fileprivate var standardError: Double {
    if case .sampled(let standardError, _, _, _) = certainty { standardError } else { 0 }
  }
}

extension RequiredBreakdown {
  init?(_ role: DimensionRole) {
    switch role {
    case .sex: self = .sex
    case .age: self = .age
    case .background: self = .background
    case .area: self = .area
    case .other: return nil
    }
  }

  /// The dimensions of observations that are read as each division.
  static let dimensionCodes: [(RequiredBreakdown, [String])] = [
    (.sex, ["sex"]), (.age, ["age"]), (.background, ["background"]),
  ]
}
