import NumericKernels

/// A test of several figures at once.
public struct WaldTest: Sendable, Hashable {
  /// F, 0 or more; NaN when it is undefined.
  public let statistic: Double
  /// k: how many figures are tested.
  public let numeratorDegreesOfFreedom: Double
  /// Those of the design; infinite for a chi-squared test.
  public let denominatorDegreesOfFreedom: Double
  /// The p of all of them having the values of the hypothesis; NaN when it is undefined.
  public let p: Double
}

extension JointEstimates {
  /// Tests whether some of the figures are all 0, or all what a hypothesis says.
  ///
  ///     F = (θ − θ₀)ᵀ V⁻¹ (θ − θ₀) / k,   k and df degrees of freedom
  ///
  /// - Parameters:
  ///   - indices: the places of the figures, from 0; `nil` for all.
  ///   - hypothesis: θ₀, one for each of them; `nil` for 0.
  ///   - degreesOfFreedom: df; `nil` for the design's, infinite for chi-squared: χ² = k·F. R takes
  ///     those of a model, ``Regression/residualDegreesOfFreedom``.
  /// - Returns: the test; its p is NaN when the figures determine each other, as the proportions
  ///   of all categories do: leave one out then.
  ///
  /// Source: Korn and Graubard, *Analysis of Health Surveys*, 1999, chapter 3.
  /// R: `regTermTest(model, ~terms, df = …)`. Golden values: `Golden/variant_stages.json`.
  public func waldTest(
    of indices: [Int]? = nil, against hypothesis: [Double]? = nil,
    degreesOfFreedom: Double? = nil
  ) -> WaldTest {
    let indices = indices ?? Array(values.indices)
    let count = Double(indices.count)
    let denominator = degreesOfFreedom ?? self.degreesOfFreedom
    let deviations = indices.enumerated().map { place, index in
      values[index] - (hypothesis.map { place < $0.count ? $0[place] : .nan } ?? 0)
    }
    let block = covariance.block(rows: indices, columns: indices)
    let statistic = (block.inverseQuadraticForm(deviations) ?? .nan) / count
    return WaldTest(
      statistic: statistic, numeratorDegreesOfFreedom: count,
      denominatorDegreesOfFreedom: denominator,
      p: denominator.isInfinite
        ? ChiSquaredDistribution.upperTail(statistic * count, degreesOfFreedom: count)
        : FisherDistribution.upperTail(statistic, degreesOfFreedom: count, denominator))
  }

  /// Tests whether several linear combinations of the figures are all 0.
  ///
  /// - Parameters:
  ///   - contrasts: for each combination one coefficient for each figure.
  ///   - degreesOfFreedom: those of the denominator; `nil` for the design's.
  /// - Returns: the test; its p is NaN when one combination follows from the others.
  public func waldTest(
    contrasts: [[Double]], degreesOfFreedom: Double? = nil
  ) -> WaldTest {
    combined(contrasts).waldTest(degreesOfFreedom: degreesOfFreedom)
  }

  /// Several linear combinations of the figures, with their joint covariance C·V·Cᵀ.
  ///
  /// - Parameter contrasts: C; for each combination one coefficient for each figure.
  /// - Returns: the combinations. Figures with coefficient 0 everywhere may be undefined.
  ///
  /// R: `svycontrast(estimates, list(a = c(…), b = c(…)))`.
  public func combined(_ contrasts: [[Double]]) -> JointEstimates {
    let points = contrasts.map { contrast($0).value }
    var joint = Matrix(rows: contrasts.count, columns: contrasts.count)
    for (i, a) in contrasts.enumerated() {
      for (j, b) in contrasts.enumerated() {
        var sum = 0.0
        for k in values.indices where a[k] != 0 {
          for l in values.indices where b[l] != 0 { sum += a[k] * b[l] * covariance[k, l] }
        }
        joint[i, j] = sum
      }
    }
    return JointEstimates(
      values: points, covariance: joint, degreesOfFreedom: degreesOfFreedom)
  }
}
