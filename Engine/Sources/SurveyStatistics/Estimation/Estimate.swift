/// An estimated figure with its uncertainty.
public struct Estimate: Sendable, Hashable {
  /// The figure, in [0, 1] for a proportion; NaN when nobody in the domain answered.
  public let value: Double
  /// The square root of its estimated sampling variance, in the unit of the figure.
  public let standardError: Double
  /// Respondents behind the figure: unweighted answers in the domain, with a weight other than 0.
  public let base: Int
  /// Respondents who gave the answer, unweighted; `nil` unless the figure is a proportion.
  public let count: Int?
  /// Those of the whole design, as in R: ``SurveyDesign/degreesOfFreedom``.
  public let degreesOfFreedom: Double
  /// Primary units − strata, of those with answers in the domain; 0 for an empty one.
  ///
  /// Of replicates those of the design; of a calibrated design all units and strata count.
  public let domainDegreesOfFreedom: Double
  /// Variance ÷ that of simple random sampling without replacement; R: `deff = TRUE`.
  ///
  /// NaN for a single answer, an empty domain, and weights that add up to less than the answers.
  public let designEffect: Double
  /// Variance ÷ that of simple random sampling with replacement; R: `deff = "replace"`.
  public let designEffectWithReplacement: Double
  /// (Σw)² ÷ Σ(1 − f)w²: the answers that the base is worth after weighting; infinite for a census.
  public let effectiveBase: Double

  /// Makes an estimate from its parts; without degrees of freedom of its own the domain has the
  /// design's, and without an effective base the base.
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
