import NumericKernels

/// What kind of variable a regression explains, and on what scale its coefficients add up.
///
/// | symbol | meaning                                                          |
/// |--------|------------------------------------------------------------------|
/// | η      | the linear predictor x·β                                         |
/// | μ      | the mean of the variable at η                                    |
/// | V(μ)   | its variance at that mean, up to a constant                      |
///
/// Source: McCullagh and Nelder, *Generalized Linear Models*, 2nd edition, 1989, chapter 2.
public enum RegressionFamily: String, Sendable, Hashable, CaseIterable, Codable {
  /// A number; coefficients in its unit. R: `gaussian()`.
  case linear
  /// Yes or no, as 1 and 0; coefficients are log odds ratios. R: `quasibinomial()`.
  case logistic
  /// A count; coefficients are log rate ratios. R: `quasipoisson()`.
  case counts
  /// Yes or no by a normal threshold: Φ⁻¹(μ) = η. R: `quasibinomial(link = "probit")`.
  case probit
  /// Yes or no by a hazard: log(−log(1 − μ)) = η. R: `quasibinomial(link = "cloglog")`.
  case complementaryLogLog
  /// Yes or no by a heavy-tailed threshold: tan(π(μ − ½)) = η. R: `quasibinomial(link = "cauchit")`.
  case cauchit
  /// An amount above 0, whose spread grows with its size; coefficients are logs of ratios of means.
  /// R: `Gamma(link = "log")`.
  case amounts

  /// Whether the variable is 1 or 0.
  var isBinary: Bool {
    switch self {
    case .logistic, .probit, .complementaryLogLog, .cauchit: true
    case .linear, .counts, .amounts: false
    }
  }

  /// The mean at a linear predictor, kept inside the range as far as rounding needs it.
  func mean(_ eta: Double) -> Double {
    let tiny = Double.ulpOfOne
    return switch self {
    case .linear: eta
    case .logistic: Elementary.expit(eta)
    case .counts, .amounts: max(Elementary.exp(eta), tiny)
    case .probit: NormalDistribution.cdf(min(max(eta, -8.125890664701906), 8.125890664701906))
    case .complementaryLogLog:
      min(max(-Elementary.expm1(-Elementary.exp(eta)), tiny), 1 - tiny)
    case .cauchit: min(max(0.5 + Elementary.atan(eta) / .pi, tiny), 1 - tiny)
    }
  }

  /// The linear predictor at a mean.
  func predictor(_ mu: Double) -> Double {
    switch self {
    case .linear: mu
    case .logistic: Elementary.logit(mu)
    case .counts, .amounts: Elementary.log(mu)
    case .probit: NormalDistribution.quantile(mu)
    case .complementaryLogLog: Elementary.log(-Elementary.log1p(-mu))
    case .cauchit:
      Elementary.sin(.pi * (mu - 0.5)) / Elementary.cos(.pi * (mu - 0.5))
    }
  }

  /// V(μ).
  func variance(_ mu: Double) -> Double {
    switch self {
    case .linear: 1
    case .logistic: max(mu * (1 - mu), Double.ulpOfOne)
    case .probit, .complementaryLogLog, .cauchit: mu * (1 - mu)
    case .counts: mu
    case .amounts: mu * mu
    }
  }

  /// dμ/dη at a linear predictor.
  func slope(_ eta: Double) -> Double {
    let tiny = Double.ulpOfOne
    switch self {
    case .linear: return 1
    case .logistic: return variance(mean(eta))
    case .counts, .amounts: return mean(eta)
    case .probit:
      return max(Elementary.exp(-eta * eta / 2) / (2 * Double.pi).squareRoot(), tiny)
    case .complementaryLogLog:
      let hazard = Elementary.exp(min(eta, 700))
      return max(hazard * Elementary.exp(-hazard), tiny)
    case .cauchit: return max(1 / (.pi * (1 + eta * eta)), tiny)
    }
  }

  /// Where the search starts: a mean near y that is inside the range.
  func start(_ y: Double, weight: Double) -> Double {
    switch self {
    case .linear, .amounts: y
    case .logistic, .probit, .complementaryLogLog, .cauchit: (weight * y + 0.5) / (weight + 1)
    case .counts: y + 0.1
    }
  }

  /// The contribution of one value to the deviance.
  func deviance(_ y: Double, _ mu: Double) -> Double {
    func term(_ a: Double, _ b: Double) -> Double { a == 0 ? 0 : a * Elementary.log(a / b) }
    return switch self {
    case .linear: (y - mu) * (y - mu)
    case .logistic, .probit, .complementaryLogLog, .cauchit:
      2 * (term(y, mu) + term(1 - y, 1 - mu))
    case .counts: 2 * (term(y, mu) - (y - mu))
    case .amounts: 2 * ((y - mu) / mu - (y == 0 ? 0 : Elementary.log(y / mu)))
    }
  }
}
