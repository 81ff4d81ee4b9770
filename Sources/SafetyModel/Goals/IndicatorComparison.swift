/// An indicator's published values elsewhere: the newest for each place, and the development.
package struct IndicatorComparison: Sendable, Hashable {
  /// The code of the indicator.
  package var indicator: String
  package var newest: PlaceComparison
  /// Oldest first, in today's way of measuring.
  package var development: [ComparedPeriod]
  /// The municipality's own women and men, oldest first; empty when not published.
  package var bySex: [SexPeriod]

  package init(
    indicator: String, newest: PlaceComparison, development: [ComparedPeriod],
    bySex: [SexPeriod] = []
  ) {
    self.indicator = indicator
    self.newest = newest
    self.development = development
    self.bySex = bySex
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
