import NumericKernels

/// The estimates of several statistics in several domains, with their joint covariance.
///
/// Domains and statistics are counted from 0.
public struct DomainEstimates: Sendable {
  /// How many domains there are, with answers or without.
  public let domainCount: Int
  /// How many statistics each domain has.
  public let statisticCount: Int
  let estimates: [Estimate]
  let spreads: [SamplingSpread]
  let design: SurveyDesign

  init(estimates: [Estimate], spreads: [SamplingSpread], statisticCount: Int, design: SurveyDesign)
  {
    domainCount = spreads.count
    self.statisticCount = statisticCount
    self.estimates = estimates
    self.spreads = spreads
    self.design = design
  }

  /// The estimate of a statistic in a domain; its value is NaN and its base 0 in an empty domain.
  ///
  /// Traps for a domain or statistic that there is none of.
  public subscript(domain d: Int, statistic s: Int) -> Estimate {
    precondition(s >= 0 && s < statisticCount, "no such statistic")
    return estimates[d * statisticCount + s]
  }

  /// The covariance of two of the estimates, from the whole design.
  ///
  /// - Parameters:
  ///   - a: one estimate.
  ///   - b: the other; the same one gives the variance.
  /// - Returns: the covariance, in the square of the figures' unit; NaN when a domain is empty.
  public func covariance(
    _ a: (domain: Int, statistic: Int), _ b: (domain: Int, statistic: Int)
  ) -> Double {
    covariance(a, b, of: self)
  }

  /// The covariance of one of the estimates with one of others from the same design.
  func covariance(
    _ a: (domain: Int, statistic: Int), _ b: (domain: Int, statistic: Int),
    of other: DomainEstimates
  ) -> Double {
    let values = (
      self[domain: a.domain, statistic: a.statistic].value,
      other[domain: b.domain, statistic: b.statistic].value
    )
    guard !values.0.isNaN, !values.1.isNaN else { return .nan }
    return design.covariance(
      spreads[a.domain], a.statistic, other.spreads[b.domain], b.statistic)
  }

  /// One estimate minus another, with the standard error from their joint covariance.
  ///
  ///     d = θ₁ − θ₂,   v = v₁ + v₂ − 2c₁₂
  ///
  /// - Parameters:
  ///   - a: the estimate to subtract from.
  ///   - b: the estimate to subtract; it may be in a domain that overlaps with that of `a`.
  ///   - other: where `b` is, when not here: estimates by other domains, of the same design.
  /// - Returns: the difference, with the degrees of freedom of `a`; undefined (NaN) when a domain
  ///   is empty, or the designs have not as many rows. Nothing else tells them apart.
  ///
  /// R: `svycontrast(svyby(…, covmat = TRUE), c(1, −1))`.
  public func difference(
    _ a: (domain: Int, statistic: Int), minus b: (domain: Int, statistic: Int),
    of other: DomainEstimates? = nil
  ) -> Difference {
    let other = other ?? self
    let first = self[domain: a.domain, statistic: a.statistic]
    let second = other[domain: b.domain, statistic: b.statistic]
    guard design.rowCount == other.design.rowCount else {
      return Difference(value: .nan, standardError: .nan, degreesOfFreedom: .nan)
    }
    let variance =
      first.standardError * first.standardError + second.standardError * second.standardError
      - 2 * covariance(a, b, of: other)
    // Rounding can leave a tiny negative number where the true variance is 0.
    return Difference(
      value: first.value - second.value,
      standardError: variance.isNaN ? .nan : max(variance, 0).squareRoot(),
      degreesOfFreedom: first.degreesOfFreedom)
  }
}
