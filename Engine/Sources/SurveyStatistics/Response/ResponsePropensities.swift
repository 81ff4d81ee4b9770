import NumericKernels

/// The probabilities to answer of everyone who was drawn, by a logistic model of frame variables.
///
///     logit ρ = x·β,   x = 1 and the categories but each variable's first
///
/// Weights are scaled to a mean of 1, as in the R code of the RISQ project.
struct ResponsePropensities {
  /// ρ of each row.
  let values: [Double]
  /// Σ w·ρ / Σ w.
  let mean: Double
  /// Σ w·(ρ − ρ̄)² / (Σ w − 1).
  let variance: Double
  /// ρ·(1 − ρ)·x: by how much ρ of each row moves with each coefficient.
  let slopes: [[Double]]
  /// (Xᵀ·W·X)⁻¹, the covariance of the coefficients for the drawn sample.
  let covariance: Matrix
  /// The columns of the model that have a coefficient.
  let used: [Int]
  private let weights: [Double]

  /// - Throws: ``ResponseError/notConverged(variable:category:)``.
  init(
    of responded: [Bool], by variables: [FrameVariable], weights: [Double]
  ) throws(ResponseError) {
    let sum = weights.compensatedSum()
    let scaled = weights.map { $0 * Double(weights.count) / sum }
    let all = Self.columns(of: variables, rowCount: weights.count)
    let fit = RegressionFit(
      responded.map { $0 ? 1 : 0 }, on: all, weights: scaled, family: .logistic)
    let used = all.indices.filter { !fit.coefficients[$0].isNaN }
    self.used = used
    // Where everyone or nobody answers, a coefficient runs off to where the odds are a billion.
    guard fit.converged, used.allSatisfy({ fit.coefficients[$0].magnitude < 12 }) else {
      throw Self.notConverged(responded, variables, weights)
    }
    let values = weights.indices.map { row in
      Elementary.expit(used.reduce(0) { $0 + fit.coefficients[$1] * all[$1][row] })
    }
    let mean = zip(weights, values).lazy.map(*).compensatedSum() / sum
    (self.values, self.mean, self.weights) = (values, mean, weights)
    variance =
      zip(weights, values).lazy.map { $0 * ($1 - mean) * ($1 - mean) }.compensatedSum()
      / (sum - 1)
    let slopes = used.map { column in
      weights.indices.map { values[$0] * (1 - values[$0]) * all[column][$0] }
    }
    self.slopes = slopes
    var information = Matrix(rows: used.count, columns: used.count)
    for i in used.indices {
      for j in used.indices {
        information[i, j] =
          weights.indices.lazy.map { scaled[$0] * slopes[i][$0] * all[used[j]][$0] }
          .compensatedSum()
      }
    }
    guard let covariance = information.inverse else {
      throw Self.notConverged(responded, variables, weights)
    }
    self.covariance = covariance
  }

  /// The refusal, with the first category in which everyone or nobody answered.
  private static func notConverged(
    _ responded: [Bool], _ variables: [FrameVariable], _ weights: [Double]
  ) -> ResponseError {
    for variable in variables {
      let codes = variable.categories.codes
      for category in Set(codes).sorted() {
        let drawn = codes.indices.filter { codes[$0] == category && weights[$0] > 0 }
        guard Set(drawn.map { responded[$0] }).count == 1 else { continue }
        return .notConverged(variable: variable.name, category: Int(category))
      }
    }
    return .notConverged(variable: nil, category: nil)
  }

  /// The part of ``variance`` that is there only because the coefficients are estimated.
  ///
  ///     (Σ w·zᵀ·Σ·z − Var(Σ w·ρ)/N) / N
  ///
  /// Source: Shlomo, Skinner and Schouten, *Estimation of an indicator of the representativeness of
  /// survey response*, 2012.
  func bias(_ design: SurveyDesign) -> Double {
    let size = weights.compensatedSum()
    var own = 0.0
    for i in slopes.indices {
      for j in slopes.indices {
        own += covariance[i, j] * crossProduct(slopes[i], slopes[j])
      }
    }
    return (own - design.varianceOfTotal(of: values) / size) / size
  }

  /// The variance of 1 − 2·√variance, by the same source.
  func varianceOfIndicator(_ design: SurveyDesign) -> Double {
    let size = weights.compensatedSum()
    let deviations = values.map { $0 - mean }
    let centred = slopes.map { slope in
      let centre = zip(weights, slope).lazy.map(*).compensatedSum() / size
      return slope.map { $0 - centre }
    }
    let a = centred.map { crossProduct($0, deviations) / size }
    let b = Matrix(
      centred.map { first in centred.map { crossProduct(first, $0) / size } })
    let moved = b * covariance
    let model =
      4 * zip(a, covariance * a).reduce(0) { $0 + $1.0 * $1.1 }
      + 2 * (moved * moved).diagonal.reduce(0, +)
    let drawn = design.varianceOfTotal(of: deviations.map { $0 * $0 }) / (size * size)
    return (model + drawn) / (variance * (size - 1) / size)
  }

  private func crossProduct(_ x: [Double], _ y: [Double]) -> Double {
    weights.indices.lazy.map { weights[$0] * x[$0] * y[$0] }.compensatedSum()
  }

  /// The columns of the model: ones, and the categories but each variable's first.
  static func columns(of variables: [FrameVariable], rowCount: Int) -> [[Double]] {
    [Array(repeating: 1, count: rowCount)] + variables.flatMap(columns)
  }

  private static func columns(of variable: FrameVariable) -> [[Double]] {
    guard variable.categories.domainCount > 1 else { return [] }
    return (2...variable.categories.domainCount).map { category in
      variable.categories.codes.map { Int($0) == category ? 1 : 0 }
    }
  }
}

extension SurveyDesign {
  /// The variance of an estimated total.
  func varianceOfTotal(of values: [Double]) -> Double {
    let column = NumericColumn(values: values)
    let estimates = try? estimate(.total(of: [column]))
    return estimates?.covariance[0, 0] ?? .nan
  }
}
