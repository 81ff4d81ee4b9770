import NumericKernels

/// Two items crossed, for tests of their independence.
struct CrossTable {
  let design: SurveyDesign
  private let within: [Bool]
  /// The categories that occur.
  private let rowCodes: [UInt8]
  private let columnCodes: [UInt8]
  private let rows: CodedColumn
  private let columns: CodedColumn
  private let sampleSize: Double
  /// Σw of each cell, scaled to the number of rows.
  let observed: Matrix
  let expected: Matrix

  init(
    design: SurveyDesign, rows: CodedColumn, columns: CodedColumn, within: [Bool]?
  ) throws(EstimationError) {
    let within = within ?? Array(repeating: true, count: design.rowCount)
    func codes(_ column: CodedColumn) -> [UInt8] {
      Set(
        column.codes.indices.lazy.filter { within[$0] || design.keepsAllRows }
          .map { column.codes[$0] }
      ).subtracting([0]).sorted()
    }
    (self.design, self.rows, self.columns, self.within) = (design, rows, columns, within)
    (rowCodes, columnCodes) = (codes(rows), codes(columns))
    var table = Matrix(rows: rowCodes.count, columns: columnCodes.count)
    for row in 0..<design.rowCount where within[row] {
      guard let i = rowCodes.firstIndex(of: rows.codes[row]),
        let j = columnCodes.firstIndex(of: columns.codes[row])
      else { continue }
      table[i, j] += design.weights[row]
    }
    // A calibrated design keeps all its rows in a subpopulation, as in R.
    let sampleSize =
      design.keepsAllRows ? Double(design.countedRows) : Double(within.count { $0 })
    self.sampleSize = sampleSize
    let scale = sampleSize / table.values.compensatedSum()
    table.values = table.values.map { $0 * scale }
    observed = table
    expected = Self.expected(table)
  }

  private static func expected(_ table: Matrix) -> Matrix {
    let total = table.values.compensatedSum()
    var expected = table
    for i in 0..<table.rows {
      for j in 0..<table.columns {
        let row = (0..<table.columns).reduce(0) { $0 + table[i, $1] }
        let column = (0..<table.rows).reduce(0) { $0 + table[$1, j] }
        expected[i, j] = row * column / total
      }
    }
    return expected
  }

  private var rowCount: Int { rowCodes.count }
  private var columnCount: Int { columnCodes.count }
  private var designDegreesOfFreedom: Double { Double(design.degreesOfFreedom(within: within)) }

  /// Pearson's X².
  private var pearson: Double {
    zip(observed.values, expected.values).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1
    }
  }

  /// 1 where a row of the data is in a cell, rows of the table fastest; NaN when either is missing.
  private var cellIndicators: [NumericColumn] {
    columnCodes.flatMap { column in
      rowCodes.map { row in
        indicator { a, b in a == 0 || b == 0 ? .nan : a == row && b == column ? 1 : 0 }
      }
    }
  }

  private func indicator(_ value: (UInt8, UInt8) -> Double) -> NumericColumn {
    NumericColumn(values: zip(rows.codes, columns.codes).map(value))
  }

  /// The tests that scale Pearson's X² by the design effects of the interactions.
  func pearsonTest(_ statistic: IndependenceStatistic) throws(EstimationError) -> IndependenceTest {
    // With one category there is nothing to depend on.
    guard rowCount > 1, columnCount > 1 else { return test(.nan, [], .nan) }
    let (x, nu) = (pearson, designDegreesOfFreedom)
    let effects = try designEffects()
    let sum = effects.reduce(0, +)
    let d0 = sum * sum / effects.reduce(0) { $0 + $1 * $1 }
    let count = Double(effects.count)
    switch statistic {
    case .chiSquared:
      return test(
        x, [count],
        ChiSquaredDistribution.upperTail(x / (sum / count), degreesOfFreedom: count))
    case .exact: return test(x, [], mixtureTail(x, effects, d0 * nu, .exact))
    case .saddlepoint: return test(x, [], mixtureTail(x, effects, d0 * nu, .saddlepoint))
    case .f, .wald, .adjustedWald:
      return test(
        x / sum, [d0, d0 * nu],
        FisherDistribution.upperTail(x / sum, degreesOfFreedom: d0, d0 * nu))
    }
  }

  private func mixtureTail(
    _ x: Double, _ effects: [Double], _ degreesOfFreedom: Double,
    _ approximation: MixtureApproximation
  ) -> Double {
    // With replicates R takes the variance as known: no denominator.
    ChiSquaredMixture.tail(
      x, weights: effects,
      denominator: design.replicates == nil ? degreesOfFreedom : .infinity, by: approximation)
  }

  private func test(_ statistic: Double, _ degreesOfFreedom: [Double], _ p: Double)
    -> IndependenceTest
  {
    IndependenceTest(
      statistic: statistic, degreesOfFreedom: degreesOfFreedom, p: p, observed: observed,
      expected: expected)
  }

  /// The generalised design effects δ.
  private func designEffects() throws(EstimationError) -> [Double] {
    let cells: (values: [Double], covariance: Matrix)
    if let fast = categoryCovariance {
      cells = fast.shares
    } else {
      let estimates = try design.estimate(.mean(of: cellIndicators, within: within))
      cells = (estimates.values, estimates.covariance)
    }
    let contrasts = interactionContrasts
    let inverse = cells.values.map { $0 == 0 ? 0 : 1 / $0 }
    // C'D⁻¹C/N and C'D⁻¹VD⁻¹C, D the diagonal of the cell proportions.
    let scaled = Matrix(contrasts.map { zip($0, inverse).map(*) })
    let simple = scaled * Matrix(contrasts).transposed
    let actual = scaled * cells.covariance * scaled.transposed
    guard let root = simple.choleskyRoot else { return [] }
    return root.whiten(actual).symmetricEigenvalues.map { $0 * sampleSize }
  }

  /// The interaction columns of the saturated log-linear model, free of its main effects.
  private var interactionContrasts: [[Double]] {
    let cells = (0..<columnCount).flatMap { j in (0..<rowCount).map { (row: $0, column: j) } }
    let mains =
      [cells.map { _ in 1.0 }]
      + (1..<max(rowCount, 1)).map { i in cells.map { $0.row == i ? 1 : 0 } }
      + (1..<max(columnCount, 1)).map { j in cells.map { $0.column == j ? 1 : 0 } }
    let basis = OrthogonalBasis(columns: mains)
    return (1..<max(columnCount, 1)).flatMap { j in
      (1..<max(rowCount, 1)).map { i in
        basis.residual(of: cells.map { $0.row == i && $0.column == j ? 1 : 0 })
      }
    }
  }

  /// Wald's test of the residuals of all cells but those of the first row and column.
  func waldTest(isAdjusted: Bool) throws(EstimationError) -> IndependenceTest {
    guard rowCount > 1, columnCount > 1 else { return test(.nan, [], .nan) }
    let residuals = try cellResiduals()
    let used = (1..<max(columnCount, 1)).flatMap { j in
      (1..<max(rowCount, 1)).map { j * rowCount + $0 }
    }
    let covariance = residuals.covariance.block(rows: used, columns: used)
    let wald = covariance.inverseQuadraticForm(used.map { residuals.values[$0] }) ?? .nan
    let first = Double((rowCount - 1) * (columnCount - 1))
    let nu = designDegreesOfFreedom
    let second = isAdjusted ? nu - first + 1 : nu
    let statistic = isAdjusted ? wald * second / (first * nu) : wald / first
    return test(
      statistic, [first, second],
      FisherDistribution.upperTail(statistic, degreesOfFreedom: first, second))
  }

  /// The covariance of the cells, unless the design needs the long way.
  private var categoryCovariance: CategoryCovariance? {
    let (rowPlaces, columnPlaces) = (Self.places(rowCodes), Self.places(columnCodes))
    let cells = within.indices.map { row in
      let (i, j) = (rowPlaces[Int(rows.codes[row])], columnPlaces[Int(columns.codes[row])])
      return within[row] && i >= 0 && j >= 0 ? j * Int32(rowCount) + i : -1
    }
    return CategoryCovariance(design, categories: cells, count: rowCount * columnCount)
  }

  /// The place of each code among those that occur; −1 for others.
  private static func places(_ codes: [UInt8]) -> [Int32] {
    var places = [Int32](repeating: -1, count: 256)
    for (place, code) in codes.enumerated() { places[Int(code)] = Int32(place) }
    return places
  }

  /// The totals of all cells, rows, columns and of everything, with their covariance.
  private func totals() throws(EstimationError) -> (values: [Double], covariance: Matrix) {
    let count = rowCount * columnCount
    guard let fast = categoryCovariance else {
      let rowTotals = rowCodes.map { row in
        indicator { a, b in a == 0 || b == 0 ? .nan : a == row ? 1 : 0 }
      }
      let columnTotals = columnCodes.map { column in
        indicator { a, b in a == 0 || b == 0 ? .nan : b == column ? 1 : 0 }
      }
      let one = indicator { a, b in a == 0 || b == 0 ? .nan : 1 }
      let estimates = try design.estimate(
        .total(of: cellIndicators + rowTotals + columnTotals + [one], within: within))
      return (estimates.values, estimates.covariance)
    }
    // The sums of cells that rows, columns and everything are.
    var sums = Matrix(rows: count + rowCount + columnCount + 1, columns: count)
    for cell in 0..<count {
      sums[cell, cell] = 1
      sums[count + cell % rowCount, cell] = 1
      sums[count + rowCount + cell / rowCount, cell] = 1
      sums[count + rowCount + columnCount, cell] = 1
    }
    let values = (sums * Matrix(fast.totals.map { [$0] })).values
    return (values, sums * fast.ofTotals * sums.transposed)
  }

  /// Cell totals minus those under independence, linearised.
  private func cellResiduals() throws(EstimationError) -> (values: [Double], covariance: Matrix) {
    let count = rowCount * columnCount
    let (totals, covariance) = try totals()
    let all = totals[totals.count - 1]
    var jacobian = Matrix(rows: count, columns: totals.count)
    var residuals = [Double](repeating: 0, count: count)
    for cell in 0..<count {
      let (row, column) = (count + cell % rowCount, count + rowCount + cell / rowCount)
      residuals[cell] = totals[cell] - totals[row] * totals[column] / all
      jacobian[cell, cell] = 1
      jacobian[cell, row] = -totals[column] / all
      jacobian[cell, column] = -totals[row] / all
      jacobian[cell, totals.count - 1] = totals[row] * totals[column] / (all * all)
    }
    return (residuals, jacobian * covariance * jacobian.transposed)
  }
}
