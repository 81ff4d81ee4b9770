package import DisclosureControl

/// One value of an indicator as it may be shown: where it comes from, and how sure it is.
///
/// It is made from a published figure, an observation or a stated value, and from nothing else:
/// an estimate that has not been protected cannot become a point.
package struct IndicatorPoint: Sendable, Hashable {
  package let period: Period
  package let value: Double
  package let uncertainty: Uncertainty
  package let origin: Origin
  /// The distance between neighbouring values that could have been told, because figures are rounded
  /// and persons counted whole; 0 when it is not known.
  package let grain: Double

  /// How far the value may be from the truth because not everyone was asked.
  package enum Uncertainty: Sendable, Hashable {
    /// Everything was counted.
    case exact
    /// A survey's sampling error; the interval is of 95 %.
    case sampled(standardError: Double, lower: Double, upper: Double)
    /// Nobody has told.
    case untold

    package var standardError: Double? {
      switch self {
      case .exact: 0
      case .sampled(let standardError, _, _): standardError
      case .untold: nil
      }
    }
  }

  package enum Origin: Sendable, Hashable {
    /// A publication of one's own survey, by its number.
    case publication(Int)
    case observation(Provenance)
    case stated
  }

  private init(
    period: Period, value: Double, uncertainty: Uncertainty, origin: Origin, grain: Double
  ) {
    self.period = period
    self.value = value
    self.uncertainty = uncertainty
    self.origin = origin
    self.grain = grain
  }

  /// Half of a normal distribution's 95 % interval in standard errors.
  private static let halfWidth = 1.959963984540054

  /// A published figure of a survey; `nil` unless it is shown.
  ///
  ///     standardError² = ((upper − lower) / 2z)² + u²/12
  ///
  /// u is one unit of the figure's last decimal: what rounding may have moved it.
  package init?(_ figure: PublishedFigure, _ measure: Measure, period: Period, publication: Int) {
    guard figure.status == .shown, let value = figure.value, let lower = figure.lower,
      let upper = figure.upper
    else { return nil }
    let sampling = (upper - lower) / (2 * Self.halfWidth)
    let scale = measure == .proportion ? 0.01 : 1
    let unit = (0..<max(0, figure.decimals)).reduce(scale) { unit, _ in unit / 10 }
    let standardError = (sampling * sampling + unit * unit / 12).squareRoot()
    self.init(
      period: period, value: value,
      uncertainty: .sampled(standardError: standardError, lower: lower, upper: upper),
      origin: .publication(publication), grain: unit)
  }

  /// An observed value; `nil` when it is missing.
  ///
  /// - Parameters:
  ///   - observation: The value with where it comes from.
  ///   - counted: It is a count, without sampling error.
  ///   - proportion: It is a proportion, so that its base tells the grain.
  package init?(_ observation: Observation, counted: Bool, proportion: Bool = false) {
    guard let value = observation.value.number else { return nil }
    self.init(
      period: observation.period, value: value,
      uncertainty: Self.uncertainty(value, observation.standardError, counted: counted),
      origin: .observation(observation.provenance),
      grain: Self.grain(value, observation.standardError, observation.base, proportion))
  }

  /// A value that the municipality states.
  ///
  /// - Parameters:
  ///   - stated: The value.
  ///   - counted: It is a count, without sampling error.
  ///   - proportion: It is a proportion, so that its base tells the grain.
  package init(_ stated: StatedValue, counted: Bool, proportion: Bool = false) {
    self.init(
      period: stated.period, value: stated.value,
      uncertainty: Self.uncertainty(stated.value, stated.standardError, counted: counted),
      origin: .stated,
      grain: Self.grain(stated.value, stated.standardError, stated.base, proportion))
  }

  /// One respondent of the base; of the base that the error is worth when none is told.
  ///
  ///     1/n        or SE² / (p(1 − p)), since SE² = p(1 − p)/n of n answers drawn simply
  private static func grain(
    _ value: Double, _ standardError: Double?, _ base: Int?, _ proportion: Bool
  ) -> Double {
    guard proportion else { return 0 }
    if let base, base > 0 { return 1 / Double(base) }
    guard let standardError, value > 0, value < 1 else { return 0 }
    return min(1, standardError * standardError / (value * (1 - value)))
  }

  private static func uncertainty(_ value: Double, _ standardError: Double?, counted: Bool)
    -> Uncertainty
  {
    if counted { return .exact }
    guard let standardError else { return .untold }
    return .sampled(
      standardError: standardError, lower: value - halfWidth * standardError,
      upper: value + halfWidth * standardError)
  }

  /// The publisher's change of the value, when there has been one.
  package var revision: Revision? {
    if case .observation(let provenance) = origin { provenance.revision } else { nil }
  }
}
