/// From values to places on a drawing, with ticks at round values.
struct LinearScale: Sendable {
  let domain: ClosedRange<Double>
  /// Places of the domain's ends; the first may be the greater, as on a vertical axis.
  let places: (first: Double, last: Double)
  let ticks: [Double]
  /// The distance between ticks.
  let step: Double

  /// A scale that holds all values and ends at round ones.
  ///
  /// Ticks are 1, 2 or 5 × 10ᵏ apart, at most `count` of them about; no end passes `limits`, such
  /// as 0 and 1 for shares.
  init(
    holding values: ClosedRange<Double>, limits: ClosedRange<Double>, count: Int,
    places: (first: Double, last: Double)
  ) {
    let span = max(values.upperBound - values.lowerBound, 1e-9)
    step = LinearScale.roundStep(atLeast: span / Double(max(count, 1)))
    // A hair is taken off so that 0.3 / 0.1 doesn't round up to a tick too many.
    let lowest = (values.lowerBound / step + 1e-6).rounded(.down) * step
    let highest = (values.upperBound / step - 1e-6).rounded(.up) * step
    let low = max(lowest, limits.lowerBound)
    let high = min(max(highest, lowest + step), limits.upperBound)
    domain = low...max(high, low + 1e-9)
    self.places = places
    let first = (low / step - 1e-6).rounded(.up)
    let last = (domain.upperBound / step + 1e-6).rounded(.down)
    let step = step
    ticks =
      last >= first && last - first < 100
      ? stride(from: first, through: last, by: 1).map { $0 * step } : []
  }

  /// A scale between exactly these ends, without ticks.
  init(exactly domain: ClosedRange<Double>, places: (first: Double, last: Double)) {
    self.domain = domain
    self.places = places
    ticks = []
    step = 1
  }

  /// The place of a value; values outside the domain stand at its ends.
  func callAsFunction(_ value: Double) -> Double {
    let span = domain.upperBound - domain.lowerBound
    guard span > 0, value.isFinite else { return (places.first + places.last) / 2 }
    let share = (min(max(value, domain.lowerBound), domain.upperBound) - domain.lowerBound) / span
    return places.first + share * (places.last - places.first)
  }

  /// The least of 1, 2, 5, 10, … × 10ᵏ that is not under a value.
  static func roundStep(atLeast least: Double) -> Double {
    guard least.isFinite, least > 0 else { return 1 }
    var power = 1.0
    while power * 10 <= least, power < 1e15 { power *= 10 }
    while power > least, power > 1e-9 { power /= 10 }
    for factor in [1.0, 2, 5] where power * factor >= least * 0.999_999 { return power * factor }
    return power * 10
  }
}
