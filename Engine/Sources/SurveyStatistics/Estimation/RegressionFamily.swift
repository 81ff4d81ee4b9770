import NumericKernels

/// What kind of variable a regression explains.
public enum RegressionFamily: String, Sendable, Hashable, CaseIterable, Codable {
  /// A number; coefficients in its unit. R: `gaussian()`.
  case linear
  /// Yes or no, as 1 and 0; coefficients are log odds ratios. R: `quasibinomial()`.
  case logistic
  /// A count; coefficients are log rate ratios. R: `quasipoisson()`.
  case counts

  /// The mean at a linear predictor.
  func mean(_ eta: Double) -> Double {
    switch self {
    case .linear: eta
    case .logistic: Elementary.expit(eta)
    case .counts: Elementary.exp(eta)
    }
  }

  /// The linear predictor at a mean.
  func predictor(_ mu: Double) -> Double {
    switch self {
    case .linear: mu
    case .logistic: Elementary.logit(mu)
    case .counts: Elementary.log(mu)
    }
  }

  /// The variance at a mean; with these links also the derivative of the mean.
  func variance(_ mu: Double) -> Double {
    switch self {
    case .linear: 1
    case .logistic: max(mu * (1 - mu), Double.ulpOfOne)
    case .counts: mu
    }
  }

  /// Where the search starts: a mean near y that is inside the range.
  func start(_ y: Double, weight: Double) -> Double {
    switch self {
    case .linear: y
    case .logistic: (weight * y + 0.5) / (weight + 1)
    case .counts: y + 0.1
    }
  }

  /// The contribution of one value to the deviance.
  func deviance(_ y: Double, _ mu: Double) -> Double {
    func term(_ a: Double, _ b: Double) -> Double { a == 0 ? 0 : a * Elementary.log(a / b) }
    return switch self {
    case .linear: (y - mu) * (y - mu)
    case .logistic: 2 * (term(y, mu) + term(1 - y, 1 - mu))
    case .counts: 2 * (term(y, mu) - (y - mu))
    }
  }
}
