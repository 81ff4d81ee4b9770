/// A crossing of a tally's dimensions with a known size of each of its domains.
public struct TallyMargin: Sendable {
  /// What it is called in errors, such as "age".
  public var name: String
  /// The crossed dimensions.
  public var breakdown: Breakdown
  /// The known size of each domain, persons.
  public var totals: [Double]

  /// Makes a margin.
  public init(name: String, breakdown: Breakdown, totals: [Double]) {
    self.name = name
    self.breakdown = breakdown
    self.totals = totals
  }
}
