/// An indicator's published values elsewhere, in every period that others have a value for.
package struct IndicatorComparison: Sendable, Hashable {
  /// The code of the indicator.
  package var indicator: String
  /// Oldest first, in today's way of measuring; none is compared with a group yet.
  package var periods: [PlaceComparison]
  /// The groups that a reader may choose among; the first is meant unless another is chosen.
  package var groups: [PlaceGroup]
  /// The municipality's own women and men, oldest first; empty when not published.
  package var bySex: [SexPeriod]

  package init(
    indicator: String, periods: [PlaceComparison], groups: [PlaceGroup],
    bySex: [SexPeriod] = []
  ) {
    self.indicator = indicator
    self.periods = periods
    self.groups = groups
    self.bySex = bySex
  }

  /// The newest period beside the first group; `nil` without any period.
  package var newest: PlaceComparison? { periods.last?.with(groups.first) }

  /// One period beside one group; `nil` when there is no such period or group.
  ///
  /// - Parameters:
  ///   - period: The newest when `nil`.
  ///   - code: The code of a group; the first when `nil`.
  /// - Returns: The places beside each other.
  package func comparison(in period: Period?, group code: String?) -> PlaceComparison? {
    let chosen = code.map { code in groups.first { $0.code == code } } ?? groups.first
    guard code == nil || chosen != nil else { return nil }
    let found = period.map { period in periods.first { $0.period == period } } ?? periods.last
    return found?.with(chosen)
  }

  /// The municipality, a group and the country over time.
  package func development(beside group: PlaceGroup?) -> [ComparedPeriod] {
    periods.map { comparison in
      ComparedPeriod(
        period: comparison.period, own: comparison.ownValue?.value,
        group: group.flatMap { GroupMean($0, of: comparison.values, in: comparison.period) },
        country: comparison.country?.value)
    }
  }
}

/// The municipality, its group and the country in one period.
package struct ComparedPeriod: Sendable, Hashable {
  package var period: Period
  package var own: Double?
  package var group: GroupMean?
  package var country: Double?
  package init(period: Period, own: Double?, group: GroupMean?, country: Double?) {
    self.period = period
    self.own = own
    self.group = group
    self.country = country
  }
}

/// Women and men in one period.
package struct SexPeriod: Sendable, Hashable {
  package var period: Period
  package var women: Double
  package var men: Double
  package init(period: Period, women: Double, men: Double) {
    self.period = period
    self.women = women
    self.men = men
  }
}
