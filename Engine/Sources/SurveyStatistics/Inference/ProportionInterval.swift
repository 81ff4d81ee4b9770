import NumericKernels

/// The confidence intervals of one proportion.
///
/// | symbol | meaning                                                                   |
/// |--------|---------------------------------------------------------------------------|
/// | p, se  | the proportion and its standard error                                     |
/// | t      | the quantile of Student's distribution with the degrees of freedom        |
/// | n*     | effective base: p(1 − p)/se², the answers of a simple random sample that  |
/// |        | would know as much                                                        |
struct ProportionInterval {
  let proportion: Double
  let standardError: Double
  let degreesOfFreedom: Double
  /// Those of the domain's own units, for the small-sample factor of the beta method.
  let ownDegreesOfFreedom: Double
  /// n, the answers in the domain.
  let base: Double
  /// What the base is worth after weighting, for a proportion of 0 or 1.
  let effectiveBase: Double
  let confidence: Double

  /// The interval by a method.
  func by(_ method: IntervalMethod) -> ConfidenceInterval {
    guard proportion >= 0, proportion <= 1, standardError >= 0 else {
      return ConfidenceInterval(lower: .nan, upper: .nan)
    }
    if method == .linear {
      return .linear(
        proportion, standardError: standardError, degreesOfFreedom: degreesOfFreedom,
        confidence: confidence)
    }
    if proportion == 0 || proportion == 1 { return exact(base: effectiveBase) }
    if standardError == 0 { return ConfidenceInterval(lower: proportion, upper: proportion) }
    return switch method {
    case .linear, .logit: logit
    case .asin: asin
    case .beta: exact(base: impliedBase * smallSampleFactor)
    case .wilson: wilson
    case .likelihood: likelihood
    }
  }

  private var t: Double {
    StudentDistribution.quantile(0.5 + confidence / 2, degreesOfFreedom: degreesOfFreedom)
  }

  private var impliedBase: Double {
    proportion * (1 - proportion) / (standardError * standardError)
  }

  /// expit(logit p ± t · se / (p(1 − p))).
  private var logit: ConfidenceInterval {
    let centre = Elementary.logit(proportion)
    let half = t * standardError / (proportion * (1 - proportion))
    return ConfidenceInterval(
      lower: Elementary.expit(centre - half), upper: Elementary.expit(centre + half))
  }

  /// sin²(asin √p ± t · se / (2 √(p(1 − p)))).
  private var asin: ConfidenceInterval {
    let centre = Elementary.asin(proportion.squareRoot())
    let half = t * standardError / (2 * (proportion * (1 - proportion)).squareRoot())
    // Beyond a right angle the sine turns back, which would move the end into the interval.
    let (low, high) = (max(centre - half, 0), min(centre + half, Double.pi / 2))
    let (sinLow, sinHigh) = (Elementary.sin(low), Elementary.sin(high))
    return ConfidenceInterval(lower: sinLow * sinLow, upper: sinHigh * sinHigh)
  }

  /// Wilson's score interval with n* for n.
  private var wilson: ConfidenceInterval {
    let (t, n) = (t, impliedBase)
    let centre = proportion + t * t / (2 * n)
    let half = t / (2 * n) * (4 * n * proportion * (1 - proportion) + t * t).squareRoot()
    let scale = 1 + t * t / n
    return ConfidenceInterval(lower: (centre - half) / scale, upper: (centre + half) / scale)
  }

  /// The π with 2·(p log(p/π) + (1 − p) log((1 − p)/(1 − π))) ≤ t²/n* · n/(n − 1).
  private var likelihood: ConfidenceInterval {
    let p = proportion
    let drop = t * t / impliedBase * base / (base - 1)
    func excess(_ logOdds: Double) -> Double {
      let fitted = Elementary.expit(logOdds)
      let other = Elementary.expit(-logOdds)
      return 2 * (p * Elementary.log(p / fitted) + (1 - p) * Elementary.log((1 - p) / other)) - drop
    }
    let centre = Elementary.logit(p)
    func end(_ direction: Double) -> Double {
      var width = 1.0
      while excess(centre + direction * width) < 0, width < 700 { width *= 2 }
      let root = findRoot(
        from: centre, to: centre + direction * width, tolerance: 1e-14, excess)
      return Elementary.expit(root)
    }
    return ConfidenceInterval(lower: end(-1), upper: end(1))
  }

  /// Clopper and Pearson's interval as beta quantiles, which need no whole numbers.
  private func exact(base n: Double) -> ConfidenceInterval {
    // Nothing is left to chance in a census.
    if n.isInfinite { return ConfidenceInterval(lower: proportion, upper: proportion) }
    let tail = (1 - confidence) / 2
    let (yes, no) = (n * proportion, n * (1 - proportion))
    return ConfidenceInterval(
      lower: proportion == 0 ? 0 : BetaDistribution.quantile(tail, a: yes, b: no + 1),
      upper: proportion == 1 ? 1 : BetaDistribution.quantile(1 - tail, a: yes + 1, b: no))
  }

  /// (t with n − 1 degrees of freedom ÷ t with the domain's own)².
  private var smallSampleFactor: Double {
    guard ownDegreesOfFreedom >= 1, base > 1 else { return 1 }
    let upper = 0.5 + confidence / 2
    let ratio =
      StudentDistribution.quantile(upper, degreesOfFreedom: base - 1)
      / StudentDistribution.quantile(upper, degreesOfFreedom: ownDegreesOfFreedom)
    return ratio * ratio
  }
}
