import NumericKernels

/// A range that holds the truth in a stated share of all samples.
public struct ConfidenceInterval: Sendable, Hashable {
  /// The lower end; NaN when the estimate is undefined.
  public let lower: Double
  /// The upper end; NaN when the estimate is undefined.
  public let upper: Double

  /// Makes an interval from its ends.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// value ± t quantile · standard error; R: `confint(estimate, df = df)`.
  ///
  /// - Parameters:
  ///   - value: the estimate.
  ///   - standardError: its standard error.
  ///   - degreesOfFreedom: of the t distribution; infinite for the normal one.
  ///   - confidence: in (0, 1).
  /// - Returns: the interval, in the unit of the value; NaN when an argument is undefined.
  public static func linear(
    _ value: Double, standardError: Double, degreesOfFreedom: Double, confidence: Double = 0.95
  ) -> ConfidenceInterval {
    let t = StudentDistribution.quantile(
      0.5 + confidence / 2, degreesOfFreedom: degreesOfFreedom)
    return ConfidenceInterval(
      lower: value - t * standardError, upper: value + t * standardError)
  }
}

extension Estimate {
  /// The confidence interval of the estimate.
  ///
  /// A proportion of 0 or 1 has a standard error of 0 in any sample, which says nothing; all
  /// methods but ``IntervalMethod/linear`` then give Clopper and Pearson's exact interval for the
  /// ``effectiveBase``. It takes no account of clusters, whose effect such a sample cannot show.
  ///
  /// - Parameters:
  ///   - method: how; every method but the linear one is for proportions only.
  ///   - confidence: the share of samples whose interval holds the truth; in (0, 1).
  ///   - degreesOfFreedom: instead of the design's own ``degreesOfFreedom``.
  /// - Returns: the interval, of a proportion in [0, 1] unless linear; its ends are NaN when the
  ///   estimate is undefined.
  ///
  /// Source: Korn and Graubard, *Confidence intervals for proportions with small expected number of
  /// positive counts estimated from survey data*, 1998; Clopper and Pearson, *The use of confidence
  /// or fiducial limits illustrated in the case of the binomial*, 1934.
  /// R: `svyciprop(~y, design, method)`. Golden values: the `svyciprop` of every `Golden/*.json`.
  public func interval(
    _ method: IntervalMethod, confidence: Double = 0.95, degreesOfFreedom: Double? = nil
  ) -> ConfidenceInterval {
    let degreesOfFreedom = degreesOfFreedom ?? self.degreesOfFreedom
    if method == .linear {
      return .linear(
        value, standardError: standardError, degreesOfFreedom: degreesOfFreedom,
        confidence: confidence)
    }
    let interval = ProportionInterval(
      proportion: value, standardError: standardError, degreesOfFreedom: degreesOfFreedom,
      ownDegreesOfFreedom: domainDegreesOfFreedom, base: Double(base),
      effectiveBase: effectiveBase, confidence: confidence)
    return interval.by(method)
  }
}
