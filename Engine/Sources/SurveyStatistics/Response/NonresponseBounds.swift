/// What a share would be if those who did not answer were unlike those who did.
///
///     share = r·p + (1 − r)·(p + δ),   p + δ kept in [0, 1]
///
/// No data can tell δ: the point is to see how large it must be before a conclusion changes.
///
/// Source: Cochran, *Sampling Techniques*, 1977, section 13.2; Manski, *Partial identification of
/// probability distributions*, 2003, for the bounds that assume nothing.
public struct NonresponseBounds: Sendable, Hashable {
  /// p, the share as estimated from those who answered, in [0, 1].
  public let share: Double
  /// Its confidence interval.
  public let interval: ConfidenceInterval
  /// r, the part of the population that would answer; in (0, 1].
  public let response: Double

  /// Starts from what the respondents say.
  ///
  /// - Throws: ``ResponseError/outOfRange(name:value:)`` for a share or response outside of its
  ///   range, and an interval that is undefined or has its ends the wrong way round.
  public init(
    share: Double, interval: ConfidenceInterval, response: Double
  ) throws(ResponseError) {
    guard share >= 0, share <= 1 else { throw .outOfRange(name: "share", value: share) }
    guard response > 0, response <= 1 else {
      throw .outOfRange(name: "response", value: response)
    }
    guard interval.lower <= interval.upper else {
      throw .outOfRange(name: "interval", value: interval.lower)
    }
    (self.share, self.interval, self.response) = (share, interval, response)
  }

  /// The share if those who did not answer differ by δ.
  ///
  /// - Parameter difference: δ, in [−1, 1].
  /// - Returns: the share, in [0, 1].
  public func share(ifOthersDifferBy difference: Double) -> Double {
    shifted(share, by: difference)
  }

  /// Where the share may lie if those who did not answer differ by at most so much, either way.
  ///
  /// - Parameter difference: the largest |δ|, in [0, 1]; 1 assumes nothing.
  /// - Returns: bounds in [0, 1], without and with the uncertainty of the sample.
  public func bounds(
    ifOthersDifferByAtMost difference: Double
  ) -> (share: ConfidenceInterval, withSampling: ConfidenceInterval) {
    let size = difference.magnitude
    return (
      ConfidenceInterval(lower: shifted(share, by: -size), upper: shifted(share, by: size)),
      ConfidenceInterval(
        lower: shifted(max(0, interval.lower), by: -size),
        upper: shifted(min(1, interval.upper), by: size))
    )
  }

  /// The δ at which the share would be at a limit, such as a goal.
  ///
  /// - Parameter limit: in [0, 1].
  /// - Returns: δ, in [−1, 1]; `nil` when no difference can take it there.
  public func differenceNeeded(toReach limit: Double) -> Double? {
    if limit == share { return 0 }
    guard response < 1 else { return nil }
    let others = (limit - response * share) / (1 - response)
    return others >= 0 && others <= 1 ? others - share : nil
  }

  private func shifted(_ share: Double, by difference: Double) -> Double {
    response * share + (1 - response) * min(1, max(0, share + difference))
  }
}
