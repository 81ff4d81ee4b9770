/// What a proportion would be if those who did not answer were unlike those who did.
///
///     proportion = r·p + (1 − r)·(p + δ),   p + δ kept in [0, 1]
///
/// No data can tell δ: the point is to see how large it must be before a conclusion changes.
///
/// Source: Cochran, *Sampling Techniques*, 1977, section 13.2; Manski, *Partial identification of
/// probability distributions*, 2003, for the bounds that assume nothing.
public struct NonresponseBounds: Sendable, Hashable {
  /// p, the proportion as estimated from those who answered, in [0, 1].
  public let proportion: Double
  /// Its confidence interval.
  public let interval: ConfidenceInterval
  /// r, the part of the population that would answer; in (0, 1].
  public let response: Double

  /// Starts from what the respondents say.
  ///
  /// - Throws: ``ResponseError/outOfRange(name:value:)`` for a proportion or response outside of its
  ///   range, and an interval that is undefined or has its ends the wrong way round.
  public init(
    proportion: Double, interval: ConfidenceInterval, response: Double
  ) throws(ResponseError) {
    guard proportion >= 0, proportion <= 1 else {
      throw .outOfRange(name: "proportion", value: proportion)
    }
    guard response > 0, response <= 1 else {
      throw .outOfRange(name: "response", value: response)
    }
    guard interval.lower <= interval.upper else {
      throw .outOfRange(name: "interval", value: interval.lower)
    }
    (self.proportion, self.interval, self.response) = (proportion, interval, response)
  }

  /// The proportion if those who did not answer differ by δ.
  ///
  /// - Parameter difference: δ, in [−1, 1].
  /// - Returns: the proportion, in [0, 1].
  public func proportion(ifOthersDifferBy difference: Double) -> Double {
    shifted(proportion, by: difference)
  }

  /// Where the proportion may lie if those who did not answer differ by at most so much, either way.
  ///
  /// - Parameter difference: the largest |δ|, in [0, 1]; 1 assumes nothing.
  /// - Returns: bounds in [0, 1], without and with the uncertainty of the sample.
  public func bounds(
    ifOthersDifferByAtMost difference: Double
  ) -> (proportion: ConfidenceInterval, withSampling: ConfidenceInterval) {
    let size = difference.magnitude
    return (
      ConfidenceInterval(
        lower: shifted(proportion, by: -size), upper: shifted(proportion, by: size)),
      ConfidenceInterval(
        lower: shifted(max(0, interval.lower), by: -size),
        upper: shifted(min(1, interval.upper), by: size))
    )
  }

  /// The δ at which the proportion would be at a limit, such as a goal.
  ///
  /// - Parameter limit: in [0, 1].
  /// - Returns: δ, in [−1, 1]; `nil` when no difference can take it there.
  public func differenceNeeded(toReach limit: Double) -> Double? {
    if limit == proportion { return 0 }
    guard response < 1 else { return nil }
    let others = (limit - response * proportion) / (1 - response)
    return others >= 0 && others <= 1 ? others - proportion : nil
  }

  private func shifted(_ proportion: Double, by difference: Double) -> Double {
    response * proportion + (1 - response) * min(1, max(0, proportion + difference))
  }
}
