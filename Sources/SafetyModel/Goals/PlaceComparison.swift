/// The values of many places in one period, beside each other.
///
/// It is no ranking: a place in an order is told only together with how many others it can't be
/// told apart from, and not at all when nobody has told how sure the values are.
package struct PlaceComparison: Sendable, Hashable {
  package let period: Period
  package let direction: IndicatorDirection
  package let own: Place
  /// The places that have a value, by code.
  package private(set) var values: [PlaceValue]
  /// How many of the places that were asked for have none.
  package private(set) var missing: Int
  /// Those that the municipality compares itself with; may be empty.
  package private(set) var group: PlaceGroup?
  private var members: Set<Place>
  /// The country as a whole, when its value is published.
  package let country: PlaceValue?

  package init(
    period: Period, direction: IndicatorDirection, own: Place, values: [PlaceValue],
    missing: Int = 0, group: PlaceGroup? = nil, country: PlaceValue? = nil
  ) {
    self.period = period
    self.direction = direction
    self.own = own
    self.values = values.sorted { $0.place < $1.place }
    self.missing = missing
    self.group = group
    members = Set(group?.places ?? [])
    self.country = country
  }

  package var ownValue: PlaceValue? { values.first { $0.place == own } }

  package func isInGroup(_ place: Place) -> Bool { members.contains(place) }

  /// The mean of the group's values, weighted as the group says.
  package var groupMean: GroupMean? {
    group.flatMap { GroupMean($0, of: values, in: period) }
  }

  /// The same values beside another group.
  package func with(_ group: PlaceGroup?) -> PlaceComparison {
    var comparison = self
    comparison.group = group
    comparison.members = Set(group?.places ?? [])
    return comparison
  }

  /// The municipality and its group alone; `nil` without a group.
  package var withinGroup: PlaceComparison? {
    guard group != nil else { return nil }
    var comparison = self
    comparison.values = values.filter { $0.place == own || isInGroup($0.place) }
    comparison.missing = 0
    return comparison
  }
}

/// One place's published value.
package struct PlaceValue: Sendable, Hashable {
  package let place: Place
  /// Empty for what the place is called anyway.
  package let name: String
  package let value: Double
  package let standardError: Double?
  package let base: Int?

  /// A value that others have published; `nil` when it is missing.
  package init?(_ observation: Observation, name: String = "") {
    guard let value = observation.value.number else { return nil }
    place = observation.place
    self.name = name
    self.value = value
    standardError = observation.standardError
    base = observation.base
  }
}

extension PlaceValue {
  /// A value that the municipality states itself of what others publish.
  package init(_ stated: StatedValue, of place: Place) {
    self.init(
      place: place, name: "", value: stated.value, standardError: stated.standardError,
      base: stated.base)
  }

  private init(place: Place, name: String, value: Double, standardError: Double?, base: Int?) {
    self.place = place
    self.name = name
    self.value = value
    self.standardError = standardError
    self.base = base
  }
}

/// Where a place stands among others, as far as it can be told.
package enum PlaceStanding: Sendable, Hashable {
  /// The place has no value.
  case missing
  /// Nobody has told how sure the values are, so there is no rank: only how many are on each side.
  case counted(higher: Int, lower: Int, equal: Int)
  case ranked(PlaceRank)
}

/// A place in an order, and how little it means.
package struct PlaceRank: Sendable, Hashable {
  /// 1 for the best; for an indicator without a direction, for the highest.
  package let position: Int
  package let count: Int
  /// How many others can't be told apart from the place with certainty.
  package let alike: Int
  package init(position: Int, count: Int, alike: Int) {
    self.position = position
    self.count = count
    self.alike = alike
  }
}

extension PlaceComparison {
  /// Half of a normal distribution's 95 % interval in standard errors.
  private static let halfWidth = 1.959963984540054

  /// Where the municipality stands.
  ///
  /// Two places are told apart when
  ///
  ///     |y₁ − y₂| > 1.96 · √(SE₁² + SE₂²)
  ///
  /// and a place whose uncertainty nobody has told can't be told apart from any.
  package var standing: PlaceStanding {
    guard let own = ownValue else { return .missing }
    let others = values.filter { $0.place != self.own }
    guard let error = own.standardError, others.contains(where: { $0.standardError != nil }) else {
      return .counted(
        higher: others.count { $0.value > own.value }, lower: others.count { $0.value < own.value },
        equal: others.count { $0.value == own.value })
    }
    let alike = others.count { other in
      guard let otherError = other.standardError else { return true }
      let margin = Self.halfWidth * (error * error + otherError * otherError).squareRoot()
      return (other.value - own.value).magnitude <= margin
    }
    let better = others.count { isBetter($0.value, than: own.value) }
    return .ranked(PlaceRank(position: better + 1, count: values.count, alike: alike))
  }

  private func isBetter(_ value: Double, than own: Double) -> Bool {
    direction.gain(from: own, to: value).map { $0 > 0 } ?? (value > own)
  }

  /// How the municipality's value stands to the country's.
  ///
  /// The country's own sample holds the municipality's inhabitants too; they are few enough for the
  /// two to be taken as independent, which makes the margin a little too wide rather than too narrow.
  package var againstCountry: CountryStanding? {
    guard let own = ownValue, let country else { return nil }
    guard let a = own.standardError, let b = country.standardError else { return .untold }
    let margin = Self.halfWidth * (a * a + b * b).squareRoot()
    let difference = own.value - country.value
    guard difference.magnitude > margin else { return .notToldApart }
    return difference > 0 ? .certainlyHigher : .certainlyLower
  }
}

/// How a value stands to the country's, as far as it can be told.
package enum CountryStanding: String, Sendable, Hashable, CaseIterable {
  case certainlyHigher, certainlyLower, notToldApart
  /// Nobody has told how sure one of the two is, or both.
  case untold
}
