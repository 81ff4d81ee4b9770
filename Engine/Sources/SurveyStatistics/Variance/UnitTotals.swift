/// What one domain's linearised values add up to in each primary unit that it touches.
///
/// Units without respondents in the domain are left out here and count as 0 in the variance.
struct UnitTotals: Sendable {
  /// The touched units of one stratum: places in ``units``.
  struct Segment: Sendable {
    let stratum: Int
    let places: Range<Int>
  }

  /// The touched units, ascending.
  private(set) var units: [Int32] = []
  /// One row of ``width`` totals for each touched unit.
  private(set) var values: [Double] = []
  /// The touched strata, ascending.
  private(set) var segments: [Segment] = []
  /// How many statistics there are.
  let width: Int

  init(width: Int) {
    self.width = width
  }

  /// The total of one statistic in the unit at a place.
  func value(_ place: Int, _ statistic: Int) -> Double {
    values[place * width + statistic]
  }

  /// The touched units minus the touched strata: the domain's own degrees of freedom.
  var degreesOfFreedom: Int { units.count - segments.count }

  /// Makes room for a unit, which must not lie before the last one; returns its offset.
  mutating func open(unit: Int32) -> Int {
    if units.last != unit {
      units.append(unit)
      values.append(contentsOf: repeatElement(0, count: width))
    }
    return values.count - width
  }

  /// Adds to a total at an offset that ``open(unit:)`` gave.
  mutating func add(_ value: Double, at offset: Int) {
    values[offset] += value
  }

  /// Finds the segments, once all units are there.
  mutating func close(layout: StageLayout) {
    var start = 0
    while start < units.count {
      let stratum = layout.stratumOfUnit[Int(units[start])]
      var end = start + 1
      while end < units.count, layout.stratumOfUnit[Int(units[end])] == stratum { end += 1 }
      segments.append(Segment(stratum: Int(stratum), places: start..<end))
      start = end
    }
  }
}
