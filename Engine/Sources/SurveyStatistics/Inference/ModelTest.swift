public import NumericKernels

/// A test of a regression's coefficients by what the model alone expects of them.
public struct ModelTest: Sendable, Hashable {
  /// The working statistic: twice the drop of the log-likelihood, or a quadratic form.
  public let statistic: Double
  /// How many coefficients are tested.
  public let numeratorDegreesOfFreedom: Double
  /// Those of the regression; infinite when the variance counts as known.
  public let denominatorDegreesOfFreedom: Double
  /// The generalised design effects of the coefficients, largest first.
  public let designEffects: [Double]
  /// The p of all of them being 0; NaN when it is undefined.
  public let p: Double
}

extension Regression {
  /// Tests whether some coefficients are all 0, with the covariance of the model in place of the
  /// design's.
  ///
  ///     X² = βᵀ·A·β,   distributed as Σ δⱼ·χ²(1) with δ the eigenvalues of A·V
  ///
  /// A⁻¹ is ``naiveCovariance`` of these coefficients, V that of the design. It stands firmer than
  /// Wald's test when there are few primary units.
  ///
  /// - Parameters:
  ///   - indices: the coefficients.
  ///   - degreesOfFreedom: of the denominator; `nil` for the regression's.
  ///   - approximation: how the tail of the mixture is found.
  /// - Returns: the test.
  ///
  /// Source: Lumley and Scott, *Tests for regression models fitted to survey data*, 2014.
  /// R: `regTermTest(model, ~terms, method = "WorkingWald")`.
  public func workingTest(
    of indices: [Int], degreesOfFreedom: Double? = nil,
    by approximation: MixtureApproximation = .saddlepoint
  ) -> ModelTest {
    let statistic =
      naiveCovariance.block(rows: indices, columns: indices)
      .inverseQuadraticForm(indices.map { coefficients.values[$0] })
    return modelTest(of: indices, statistic ?? .nan, degreesOfFreedom, approximation)
  }

  /// Tests whether some coefficients are all 0 by the drop of the deviance without them.
  ///
  ///     X² = D₀ − D,   distributed as Σ δⱼ·χ²(1) with δ the eigenvalues of A·V
  ///
  /// - Parameters:
  ///   - indices: the coefficients.
  ///   - smaller: the regression of the same rows without them.
  ///   - degreesOfFreedom: of the denominator; `nil` for the regression's.
  ///   - approximation: how the tail of the mixture is found.
  /// - Returns: the test.
  ///
  /// Source: Lumley and Scott, *Tests for regression models fitted to survey data*, 2014.
  /// R: `regTermTest(model, ~terms, method = "LRT")`, `anova(model)`.
  public func likelihoodRatioTest(
    of indices: [Int], against smaller: Regression, degreesOfFreedom: Double? = nil,
    by approximation: MixtureApproximation = .saddlepoint
  ) -> ModelTest {
    modelTest(of: indices, smaller.deviance - deviance, degreesOfFreedom, approximation)
  }

  private func modelTest(
    of indices: [Int], _ statistic: Double, _ degreesOfFreedom: Double?,
    _ approximation: MixtureApproximation
  ) -> ModelTest {
    let root = naiveCovariance.block(rows: indices, columns: indices).choleskyRoot
    let actual = coefficients.covariance.block(rows: indices, columns: indices)
    let effects = root?.whiten(actual).symmetricEigenvalues ?? []
    let denominator = degreesOfFreedom ?? residualDegreesOfFreedom
    return ModelTest(
      statistic: statistic, numeratorDegreesOfFreedom: Double(indices.count),
      denominatorDegreesOfFreedom: denominator, designEffects: effects,
      p: effects.isEmpty || effects.contains(where: \.isNaN)
        ? .nan
        : ChiSquaredMixture.tail(
          statistic, weights: effects, denominator: denominator, by: approximation))
  }
}
