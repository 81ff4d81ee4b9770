/// Places that the municipality compares itself with: an own list, a region, an imported group.
package struct PlaceGroup: Codable, Sendable, Hashable {
  /// Stands in addresses.
  package var code: String
  /// `nil` for the municipalities of the own region.
  package var name: LocalisedText?
  package var places: [Place]
  /// What its mean is weighted by; `nil` when each place counts the same.
  package var weights: PlaceWeights?
  package init(
    code: String = "own-region", name: LocalisedText?, places: [Place], weights: PlaceWeights? = nil
  ) {
    self.code = code
    self.name = name
    self.places = places
    self.weights = weights
  }
}

/// A weight for each place, over time.
package struct PlaceWeights: Codable, Sendable, Hashable {
  /// What it is: population.
  package var name: LocalisedText
  /// By the place's code, oldest first.
  package var values: [String: [PeriodWeight]]
  package init(name: LocalisedText, values: [String: [PeriodWeight]]) {
    self.name = name
    self.values = values
  }

  package struct PeriodWeight: Codable, Sendable, Hashable {
    package var period: Period
    package var weight: Double
    package init(period: Period, weight: Double) {
      self.period = period
      self.weight = weight
    }
  }

  /// The newest weight that is not of a time after the period; `nil` when there is none.
  package func weight(of place: Place, in period: Period) -> Double? {
    values[place.code]?.last { $0.period.lastDay <= period.lastDay && $0.weight > 0 }?.weight
  }
}

/// The mean of a group of places.
///
///     unweighted: Σ yᵢ / k        weighted: Σ wᵢ·yᵢ / Σ wᵢ
///     SE = √(Σ wᵢ²·SEᵢ²) / Σ wᵢ   when every yᵢ has a told SEᵢ; wᵢ = 1 when unweighted
///
/// It is the mean of just these places: the error is that of their samples, and says nothing of
/// other places.
package struct GroupMean: Sendable, Hashable {
  /// `nil` for the municipalities of the own region.
  package let name: LocalisedText?
  package let value: Double
  /// How many places it is the mean of.
  package let count: Int
  /// What it is weighted by; `nil` when each place counts the same.
  package let weightedBy: LocalisedText?
  /// `nil` unless each of the places has one.
  package let standardError: Double?
  /// Places of the group that are left out: without a value, or without a weight.
  package let leftOut: Int
  package init(
    name: LocalisedText?, value: Double, count: Int, weightedBy: LocalisedText? = nil,
    standardError: Double? = nil, leftOut: Int = 0
  ) {
    self.name = name
    self.value = value
    self.count = count
    self.weightedBy = weightedBy
    self.standardError = standardError
    self.leftOut = leftOut
  }

  /// `nil` when none of the places has both a value and a weight.
  package init?(_ group: PlaceGroup, of values: [PlaceValue], in period: Period) {
    let members = Set(group.places)
    let weighted = values.filter { members.contains($0.place) }.compactMap { value in
      let weight = group.weights.map { $0.weight(of: value.place, in: period) } ?? 1
      return weight.map { (value: value, weight: $0) }
    }
    let total = weighted.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return nil }
    let errors = weighted.compactMap { part in part.value.standardError.map { $0 * part.weight } }
    self.init(
      name: group.name,
      value: weighted.reduce(0) { $0 + $1.weight * $1.value.value } / total,
      count: weighted.count, weightedBy: group.weights?.name,
      standardError: errors.count == weighted.count
        ? errors.reduce(0) { $0 + $1 * $1 }.squareRoot() / total : nil,
      leftOut: members.count - weighted.count)
  }
}
