import NumericKernels

/// How many times as large one figure is as another, with its uncertainty on the log scale.
///
/// A ratio can't be below 0 and is skew, its log is neither; the interval is therefore
/// exp(log r ± t·se).
public struct EstimatedRatio: Sendable, Hashable {
  /// First ÷ second; NaN when either is undefined or not above 0.
  public let value: Double
  /// The standard error of the natural log of the ratio.
  public let logStandardError: Double
  /// The degrees of freedom of the t distribution that it is compared with.
  public let degreesOfFreedom: Double

  /// Makes a ratio from its parts.
  public init(value: Double, logStandardError: Double, degreesOfFreedom: Double) {
    self.value = value
    self.logStandardError = logStandardError
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The standard error of the ratio itself, by the delta method: value · log standard error.
  public var standardError: Double { value * logStandardError }

  /// The two-sided p of the two being equal, by Student's t on the log; NaN when undefined.
  public var p: Double {
    StudentDistribution.twoSidedP(
      Elementary.log(value) / logStandardError, degreesOfFreedom: degreesOfFreedom)
  }

  /// The confidence interval exp(log r ± t quantile · se).
  ///
  /// - Parameter confidence: the share of samples whose interval holds the truth; in (0, 1).
  /// - Returns: the interval; both ends above 0.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    let ends = ConfidenceInterval.linear(
      Elementary.log(value), standardError: logStandardError,
      degreesOfFreedom: degreesOfFreedom, confidence: confidence)
    return ConfidenceInterval(
      lower: Elementary.exp(ends.lower), upper: Elementary.exp(ends.upper))
  }
}

extension JointEstimates {
  /// One figure divided by another: how many times as common something is in one domain.
  ///
  ///     r = θ₁/θ₂,   v(log r) = v₁/θ₁² + v₂/θ₂² − 2c₁₂/(θ₁θ₂)
  ///
  /// - Parameters:
  ///   - a: the place of the figure to divide, from 0.
  ///   - b: the place of the figure to divide by.
  /// - Returns: the ratio; undefined (NaN) when a figure is not above 0.
  ///
  /// Source: Katz, Baptista, Azen and Pike, *Obtaining confidence intervals for the risk ratio in
  /// cohort studies*, 1978. R: `svycontrast(estimates, quote(log(a / b)))`.
  /// Golden values: `Golden/peers/estimators.json`, by numpy.
  public func ratio(_ a: Int, to b: Int) -> EstimatedRatio {
    let (top, bottom) = (values[a], values[b])
    guard top > 0, bottom > 0 else {
      return EstimatedRatio(
        value: .nan, logStandardError: .nan, degreesOfFreedom: degreesOfFreedom)
    }
    var gradient = [Double](repeating: 0, count: values.count)
    gradient[a] += 1 / top
    gradient[b] -= 1 / bottom
    let log = transformed(to: Elementary.log(top / bottom), gradient: gradient)
    return EstimatedRatio(
      value: top / bottom, logStandardError: log.standardError,
      degreesOfFreedom: log.degreesOfFreedom)
  }
}

extension DomainEstimates {
  /// One estimate divided by another of the same design, with an interval on the log scale.
  ///
  /// - Parameters:
  ///   - a: the estimate to divide.
  ///   - b: the estimate to divide by.
  /// - Returns: the ratio, with the degrees of freedom of `a`; see ``JointEstimates/ratio(_:to:)``.
  public func ratio(
    _ a: (domain: Int, statistic: Int), to b: (domain: Int, statistic: Int)
  ) -> EstimatedRatio {
    let first = self[domain: a.domain, statistic: a.statistic]
    let second = self[domain: b.domain, statistic: b.statistic]
    let c = covariance(a, b)
    let (v, w) = (first.standardError, second.standardError)
    return JointEstimates(
      values: [first.value, second.value], covariance: Matrix([[v * v, c], [c, w * w]]),
      degreesOfFreedom: first.degreesOfFreedom
    ).ratio(0, to: 1)
  }
}
