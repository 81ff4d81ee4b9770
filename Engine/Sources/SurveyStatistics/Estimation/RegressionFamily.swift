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
  /// Yes or no; coefficients are logs of ratios of proportions. It may have no solution.
  /// R: `quasibinomial(link = "log")`.
  case proportionRatios
  /// Yes or no; coefficients are differences of proportions. It may have no solution.
  /// R: `quasibinomial(link = "identity")`.
  case proportionDifferences
  /// An amount above 0, whose spread grows with its size; coefficients are logs of ratios of means.
  /// R: `Gamma(link = "log")`.
  case amounts
  /// An amount above 0; coefficients are differences of 1 ÷ mean. R: `Gamma()`.
  case reciprocalAmounts
  /// An amount above 0; coefficients are differences of means. R: `Gamma(link = "identity")`.
  case amountDifferences
  /// An amount above 0 with a long tail; coefficients are differences of 1 ÷ mean².
  /// R: `inverse.gaussian()`.
  case inverseGaussian
  /// A number with a mean above 0; coefficients are logs of ratios of means.
  /// R: `gaussian(link = "log")`.
  case meanRatios
  /// A count; coefficients are differences of means. R: `quasipoisson(link = "identity")`.
  case countDifferences
  /// A count; coefficients are differences of roots of means. R: `quasipoisson(link = "sqrt")`.
  case countRoots

  /// How the values spread around their mean.
  enum Spread {
    /// V = 1
    case normal
    /// V = μ(1 − μ)
    case binomial
    /// V = μ
    case poisson
    /// V = μ²
    case gamma
    /// V = μ³
    case inverseGaussian
  }

  var spread: Spread {
    switch self {
    case .linear, .meanRatios: .normal
    case .logistic, .probit, .complementaryLogLog, .cauchit, .proportionRatios,
      .proportionDifferences:
      .binomial
    case .counts, .countDifferences, .countRoots: .poisson
    case .amounts, .reciprocalAmounts, .amountDifferences: .gamma
    case .inverseGaussian: .inverseGaussian
    }
  }

  var link: RegressionLink {
    switch self {
    case .linear, .proportionDifferences, .countDifferences, .amountDifferences: .identity
    case .counts, .amounts, .proportionRatios, .meanRatios: .log
    case .logistic: .logit
    case .probit: .probit
    case .complementaryLogLog: .complementaryLogLog
    case .cauchit: .cauchit
    case .reciprocalAmounts: .inverse
    case .inverseGaussian: .inverseSquare
    case .countRoots: .squareRoot
    }
  }

  /// Whether the variable is 1 or 0.
  var isBinary: Bool { spread == .binomial }

  /// The mean at a linear predictor, kept inside the range as far as rounding needs it.
  public func mean(_ eta: Double) -> Double { link.mean(eta) }

  /// The linear predictor at a mean.
  func predictor(_ mu: Double) -> Double { link.predictor(mu) }

  /// dμ/dη at a linear predictor.
  public func slope(_ eta: Double) -> Double { link.slope(eta) }

  /// V(μ).
  func variance(_ mu: Double) -> Double {
    switch spread {
    case .normal: 1
    case .binomial: self == .logistic ? max(mu * (1 - mu), Double.ulpOfOne) : mu * (1 - mu)
    case .poisson: mu
    case .gamma: mu * mu
    case .inverseGaussian: mu * mu * mu
    }
  }

  /// Whether a mean at a linear predictor is one that the variable can have.
  func isPossible(_ mu: Double, at eta: Double) -> Bool {
    guard link.isDefined(at: eta) else { return false }
    switch spread {
    case .normal, .inverseGaussian: return true
    case .binomial: return mu > 0 && mu < 1
    case .poisson, .gamma: return mu > 0 && mu.isFinite
    }
  }

  /// Where the search starts: a mean near y that is inside the range.
  func start(_ y: Double, weight: Double) -> Double {
    switch spread {
    case .normal, .gamma, .inverseGaussian: y
    case .binomial: (weight * y + 0.5) / (weight + 1)
    case .poisson: y + 0.1
    }
  }

  /// The contribution of one value to the deviance.
  func deviance(_ y: Double, _ mu: Double) -> Double {
    func term(_ a: Double, _ b: Double) -> Double { a == 0 ? 0 : a * Elementary.log(a / b) }
    return switch spread {
    case .normal: (y - mu) * (y - mu)
    case .binomial: 2 * (term(y, mu) + term(1 - y, 1 - mu))
    case .poisson: 2 * (term(y, mu) - (y - mu))
    case .gamma: 2 * ((y - mu) / mu - (y == 0 ? 0 : Elementary.log(y / mu)))
    case .inverseGaussian: (y - mu) * (y - mu) / (y * mu * mu)
    }
  }
}
