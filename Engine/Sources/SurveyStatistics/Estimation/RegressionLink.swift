import NumericKernels

/// The scale on which the coefficients of a regression add up: η = g(μ).
///
/// Means are kept inside the range as far as rounding needs it, at R's limits.
///
/// Source: McCullagh and Nelder, *Generalized Linear Models*, 2nd edition, 1989, section 2.2.3.
/// R: `make.link`.
enum RegressionLink: Sendable, Hashable, CaseIterable {
  /// η = μ
  case identity
  /// η = log μ
  case log
  /// η = log(μ/(1 − μ))
  case logit
  /// η = Φ⁻¹(μ)
  case probit
  /// η = log(−log(1 − μ))
  case complementaryLogLog
  /// η = tan(π(μ − ½))
  case cauchit
  /// η = 1/μ
  case inverse
  /// η = 1/μ²
  case inverseSquare
  /// η = √μ
  case squareRoot

  /// μ at a linear predictor.
  func mean(_ eta: Double) -> Double {
    let tiny = Double.ulpOfOne
    return switch self {
    case .identity: eta
    case .log: max(Elementary.exp(eta), tiny)
    case .logit:
      // R's limits: beyond 30 the mean stands one step inside of 0 or 1.
      eta < -30 ? tiny / (1 + tiny) : eta > 30 ? 1 / (1 + tiny) : Elementary.expit(eta)
    case .probit: NormalDistribution.cdf(min(max(eta, -8.125890664701906), 8.125890664701906))
    case .complementaryLogLog:
      min(max(-Elementary.expm1(-Elementary.exp(eta)), tiny), 1 - tiny)
    case .cauchit: min(max(0.5 + Elementary.atan(eta) / .pi, tiny), 1 - tiny)
    case .inverse: 1 / eta
    case .inverseSquare: 1 / eta.squareRoot()
    case .squareRoot: eta * eta
    }
  }

  /// η at a mean.
  func predictor(_ mu: Double) -> Double {
    switch self {
    case .identity: mu
    case .log: Elementary.log(mu)
    case .logit: Elementary.logit(mu)
    case .probit: NormalDistribution.quantile(mu)
    case .complementaryLogLog: Elementary.log(-Elementary.log1p(-mu))
    case .cauchit:
      Elementary.sin(.pi * (mu - 0.5)) / Elementary.cos(.pi * (mu - 0.5))
    case .inverse: 1 / mu
    case .inverseSquare: 1 / (mu * mu)
    case .squareRoot: mu.squareRoot()
    }
  }

  /// dμ/dη at a linear predictor.
  func slope(_ eta: Double) -> Double {
    let tiny = Double.ulpOfOne
    switch self {
    case .identity: return 1
    case .log: return mean(eta)
    case .logit:
      let mu = mean(eta)
      return eta.magnitude > 30 ? tiny : max(mu * (1 - mu), tiny)
    case .probit:
      return max(Elementary.exp(-eta * eta / 2) / (2 * Double.pi).squareRoot(), tiny)
    case .complementaryLogLog:
      let hazard = Elementary.exp(min(eta, 700))
      return max(hazard * Elementary.exp(-hazard), tiny)
    case .cauchit: return max(1 / (.pi * (1 + eta * eta)), tiny)
    case .inverse: return -1 / (eta * eta)
    case .inverseSquare: return -1 / (2 * eta * eta.squareRoot())
    case .squareRoot: return 2 * eta
    }
  }

  /// Whether there is a mean at a linear predictor.
  func isDefined(at eta: Double) -> Bool {
    switch self {
    case .identity, .log, .logit, .probit, .complementaryLogLog, .cauchit: true
    case .inverse: eta != 0 && eta.isFinite
    case .inverseSquare, .squareRoot: eta > 0 && eta.isFinite
    }
  }
}
