import NumericKernels

/// The covariance of the totals or shares of categories of which a row has one at most.
///
///     zᵢ = s·(Σ w·1(category) − c·Σ w),   C = Σₕ k₁·Σᵢ zᵢ·zᵢᵀ − k₂·(Σ zᵢ)(Σ zᵢ)ᵀ
///
/// over the units i of the strata h: of totals with c = 0 and s = 1, of shares p with c = p and
/// s = 1/Σw. Of elements Σ z·zᵀ follows from Σw² of each category, so that no row is multiplied.
struct CategoryCovariance {
  private let design: SurveyDesign
  /// The category of each row, −1 for none.
  private let categories: [Int32]
  private let count: Int
  /// Σw of each category.
  let totals: [Double]

  /// `nil` when the design's variance is not of this form: of several stages, after calibration,
  /// with replicates, or with a rule for lonely units that fills in.
  init?(_ design: SurveyDesign, categories: [Int32], count: Int) {
    guard design.canBeTallied else { return nil }
    (self.design, self.categories, self.count) = (design, categories, count)
    var totals = [Double](repeating: 0, count: count)
    for (row, category) in categories.enumerated() where category >= 0 {
      totals[Int(category)] += design.weights[row]
    }
    self.totals = totals
  }

  /// The covariance of the categories' totals.
  var ofTotals: Matrix { covariance(centres: Array(repeating: 0, count: count), scale: 1) }

  /// The categories' shares, and their covariance.
  var shares: (values: [Double], covariance: Matrix) {
    let all = totals.compensatedSum()
    let shares = totals.map { $0 / all }
    return (shares, covariance(centres: shares, scale: 1 / all))
  }

  private func covariance(centres: [Double], scale: Double) -> Matrix {
    let factors = StratumFactors(design.layout)
    var covariance =
      design.layout.unitCount == design.rowCount
      ? elementSquares(centres, factors) : unitSquares(centres, factors)
    for (stratum, sums) in stratumSums().enumerated() where factors.ofSums[stratum] > 0 {
      let whole = sums.reduce(0, +)
      let parts = zip(sums, centres).map { $0 - $1 * whole }
      covariance.addToLowerTriangle(parts, factor: -factors.ofSums[stratum])
    }
    for i in 0..<count {
      for j in 0...i {
        covariance[i, j] *= scale * scale
        covariance[j, i] = covariance[i, j]
      }
    }
    return covariance
  }

  /// Σw of each category in each stratum.
  private func stratumSums() -> [[Double]] {
    let layout = design.layout
    var sums = [Double](repeating: 0, count: layout.stratumCount * count)
    for (row, category) in categories.enumerated() where category >= 0 {
      let stratum = Int(layout.stratumOfUnit[Int(layout.unitOfRow[row])])
      sums[stratum * count + Int(category)] += design.weights[row]
    }
    return (0..<layout.stratumCount).map { Array(sums[$0 * count..<($0 + 1) * count]) }
  }

  /// Σ k₁·z·zᵀ over rows, in the lower triangle.
  private func elementSquares(_ centres: [Double], _ factors: StratumFactors) -> Matrix {
    var squares = [Double](repeating: 0, count: count)
    for (row, category) in categories.enumerated() where category >= 0 {
      let stratum = Int(design.layout.stratumOfUnit[Int(design.layout.unitOfRow[row])])
      let weight = design.weights[row]
      squares[Int(category)] += factors.ofSquares[stratum] * weight * weight
    }
    let whole = squares.reduce(0, +)
    var matrix = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for j in 0...i {
        let own = i == j ? squares[i] : 0
        matrix[i, j] =
          own - centres[j] * squares[i] - centres[i] * squares[j] + centres[i] * centres[j] * whole
      }
    }
    return matrix
  }

  /// Σ k₁·z·zᵀ over primary units, in the lower triangle.
  private func unitSquares(_ centres: [Double], _ factors: StratumFactors) -> Matrix {
    let layout = design.layout
    var matrix = Matrix(rows: count, columns: count)
    var sums = [Double](repeating: 0, count: count)
    var open: Int32 = -1
    func close() {
      guard open >= 0 else { return }
      let whole = sums.reduce(0, +)
      let parts = zip(sums, centres).map { $0 - $1 * whole }
      matrix.addToLowerTriangle(
        parts, factor: factors.ofSquares[Int(layout.stratumOfUnit[Int(open)])])
      for category in sums.indices { sums[category] = 0 }
    }
    for place in 0..<design.rowCount {
      let row = Int(layout.rowsByUnit?[place] ?? Int32(place))
      guard categories[row] >= 0 else { continue }
      if layout.unitOfRow[row] != open {
        close()
        open = layout.unitOfRow[row]
      }
      sums[Int(categories[row])] += design.weights[row]
    }
    close()
    return matrix
  }
}
