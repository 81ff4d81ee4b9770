import NumericKernels

extension LocalLinearTrend {
  /// The model whose variances make the observations most likely.
  ///
  /// The diffuse likelihood is searched on a grid of both variances, zero included, and the best
  /// place is refined until the variances are known to six digits. With few values the best
  /// variance is often exactly zero: then nothing in the values speaks against a straight line.
  ///
  /// - Parameter observations: at least three, by step, no step twice.
  /// - Returns: the model, or `nil` when none fits: too few values, or values that never vary and
  ///   have no sampling error. On a sloping line without sampling error the likelihood has no
  ///   greatest value, and the variances found are as good as 0.
  ///
  /// Golden values: `Golden/trends/fits.csv`, by scipy from many starts.
  public static func fitted(to observations: [TrendObservation]) -> LocalLinearTrend? {
    guard observations.count >= 3, let scale = scale(of: observations) else { return nil }
    let search = TrendSearch(observations: observations, scale: scale)
    guard let rough = search.onGrid() else { return nil }
    let best = search.refined(rough)
    return LocalLinearTrend(levelVariance: best.level, slopeVariance: best.slope)
  }

  /// A variance of the order of the changes between neighbours; `nil` when nothing varies.
  private static func scale(of observations: [TrendObservation]) -> Double? {
    let changes = zip(observations, observations.dropFirst()).map { ($1.value - $0.value) }
    let squares = changes.map { $0 * $0 } + observations.map { $0.standardError * $0.standardError }
    let mean = squares.compensatedSum() / Double(squares.count)
    return mean > 0 && mean.isFinite ? mean : nil
  }
}

/// The search for the most likely variances.
private struct TrendSearch {
  typealias Variances = (level: Double, slope: Double)
  let observations: [TrendObservation]
  let scale: Double
  /// The powers of ten, from the scale, that the grid spans.
  private static let powers: ClosedRange<Double> = -6...3

  func logLikelihood(_ variances: Variances) -> Double {
    let model = LocalLinearTrend(levelVariance: variances.level, slopeVariance: variances.slope)
    return model.state(after: observations)?.logLikelihood ?? -.infinity
  }

  /// The best of zero and four places in every power of ten, for both variances.
  func onGrid() -> Variances? {
    let count = Int((Self.powers.upperBound - Self.powers.lowerBound) * 4)
    let places =
      [0]
      + (0...count).map { scale * Self.power(Self.powers.lowerBound + Double($0) / 4) }
    var best: (likelihood: Double, variances: Variances)?
    for level in places {
      for slope in places {
        let likelihood = logLikelihood((level, slope))
        if likelihood > best?.likelihood ?? -.infinity { best = (likelihood, (level, slope)) }
      }
    }
    return best?.variances
  }

  /// Steps up, down and to zero in each variance, with ever smaller steps.
  func refined(_ start: Variances) -> Variances {
    var best = start
    var highest = logLikelihood(best)
    var width = 0.25
    while width > 1e-7 {
      var isBetter = false
      for factor in [Self.power(width), Self.power(-width)] {
        let tries: [Variances] = [
          (best.level * factor, best.slope), (best.level, best.slope * factor),
          (best.level * factor, best.slope / factor),
        ]
        for variances in tries {
          let likelihood = logLikelihood(variances)
          guard likelihood > highest else { continue }
          (best, highest, isBetter) = (variances, likelihood, true)
        }
      }
      if !isBetter { width /= 2 }
    }
    // A variance that has gone towards nothing is nothing.
    for variances in [(0, best.slope), (best.level, 0)] as [Variances]
    where logLikelihood(variances) >= highest {
      best = variances
    }
    return best
  }

  private static func power(_ exponent: Double) -> Double {
    Elementary.exp(exponent * Elementary.log(10))
  }
}
