public import NumericKernels

extension JointEstimates {
  /// The figures of two samples as one group, those of the first in front.
  ///
  /// A combination of them has the degrees of freedom of Welch and Satterthwaite, with v of each
  /// sample's own part, or the fewest when these are all 0:
  ///
  ///     df = (v₁ + v₂)² / (v₁²/df₁ + v₂²/df₂)
  ///
  /// - Parameters:
  ///   - first: the figures of one sample.
  ///   - second: the figures of the other.
  ///   - covariance: of each figure of the first, a row, with each of the second, a column; `nil`
  ///     for samples that were drawn apart, which one of another shape is taken for.
  ///
  /// Source: Satterthwaite, *An approximate distribution of estimates of variance components*,
  /// 1946.
  public init(_ first: JointEstimates, _ second: JointEstimates, covariance: Matrix? = nil) {
    let (n, m) = (first.values.count, second.values.count)
    var joint = Matrix(rows: n + m, columns: n + m)
    for i in 0..<n { for j in 0..<n { joint[i, j] = first.covariance[i, j] } }
    for i in 0..<m { for j in 0..<m { joint[n + i, n + j] = second.covariance[i, j] } }
    if let covariance, covariance.rows == n, covariance.columns == m {
      for i in 0..<n {
        for j in 0..<m {
          joint[i, n + j] = covariance[i, j]
          joint[n + j, i] = covariance[i, j]
        }
      }
    }
    self.init(
      values: first.values + second.values, covariance: joint,
      samples: first.parts(from: 0) + second.parts(from: n))
  }

  /// The figures with the samples that they come from.
  private func parts(from start: Int) -> [(places: Range<Int>, degreesOfFreedom: Double)] {
    guard !samples.isEmpty else {
      return [(start..<start + values.count, degreesOfFreedom)]
    }
    return samples.map {
      (start + $0.places.lowerBound..<start + $0.places.upperBound, $0.degreesOfFreedom)
    }
  }

  /// The degrees of freedom of a combination of the figures.
  func degreesOfFreedom(of gradient: [Double]) -> Double {
    let parts = samples.map { places, degreesOfFreedom in
      var variance = 0.0
      for i in places where i < gradient.count && gradient[i] != 0 {
        for j in places where j < gradient.count && gradient[j] != 0 {
          variance += gradient[i] * gradient[j] * covariance[i, j]
        }
      }
      return (variance: variance, degreesOfFreedom: degreesOfFreedom)
    }
    let sum = parts.reduce(0) { $0 + $1.variance }
    guard sum > 0 else { return degreesOfFreedom }
    return sum * sum
      / parts.reduce(0) { $0 + $1.variance * $1.variance / $1.degreesOfFreedom }
  }
}
