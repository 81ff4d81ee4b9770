/// An estimated figure with its uncertainty.
public struct Estimate: Sendable, Hashable {
  /// The figure; NaN when nobody in the domain answered.
  public let value: Double
  /// The square root of its estimated sampling variance, in the unit of the figure.
  public let standardError: Double
  /// Respondents behind the figure: unweighted answers in the domain, with a weight above 0.
  public let base: Int
  /// Respondents who gave the answer, unweighted; `nil` unless the figure is a proportion.
  public let count: Int?
  /// The design's degrees of freedom: primary units − strata of the whole sample, as in R.
  public let degreesOfFreedom: Double
  /// The same for the units and strata that have answers in the domain.
  public let domainDegreesOfFreedom: Double
  /// Variance ÷ that of simple random sampling without replacement; R: `deff = TRUE`.
  public let designEffect: Double
  /// Variance ÷ that of simple random sampling with replacement; R: `deff = "replace"`.
  public let designEffectWithReplacement: Double
  /// (Σw)² ÷ Σ(1 − f)w²: the answers that the base is worth after weighting; infinite for a census.
  public let effectiveBase: Double

  /// Makes an estimate from its parts.
  public init(
    value: Double, standardError: Double, base: Int, count: Int? = nil, degreesOfFreedom: Double,
    domainDegreesOfFreedom: Double? = nil, designEffect: Double = .nan,
    designEffectWithReplacement: Double = .nan, effectiveBase: Double? = nil
  ) {
    self.value = value
    self.standardError = standardError
    self.base = base
    self.count = count
    self.degreesOfFreedom = degreesOfFreedom
    self.domainDegreesOfFreedom = domainDegreesOfFreedom ?? degreesOfFreedom
    self.designEffect = designEffect
    self.designEffectWithReplacement = designEffectWithReplacement
    self.effectiveBase = effectiveBase ?? Double(base)
  }
}
