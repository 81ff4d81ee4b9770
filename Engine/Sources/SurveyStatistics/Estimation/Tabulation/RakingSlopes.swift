import NumericKernels

/// What a raking's rounds of means make of the sums of a variable, as one matrix.
///
/// The residual of w·l is w·l − x·b. Margin after margin, ten times over, b grows by the group
/// means t = s/n of what is left, and s, the sums of what is left of l divided by its margin's x,
/// shrinks by C·t; so b = P·s with s as it is at first.
struct RakingSlopes {
  /// P.
  private(set) var matrix: Matrix

  /// - Parameters:
  ///   - margins: the auxiliary variables of each margin, one for each group.
  ///   - entries: for each cell its group of each margin, with x.
  ///   - counts: the rows of each cell with a weight other than 0.
  ///   - variables: how many auxiliary variables there are.
  init(
    _ margins: [Range<Int>], entries: [[CalibrationTerms.Entry]], counts: [Double], variables: Int
  ) {
    // C: for each variable what a unit of each other one's coefficient takes out of its sum.
    var crossed = Matrix(rows: variables, columns: variables)
    var sizes = [Double](repeating: 0, count: variables)
    for (cell, entries) in entries.enumerated() {
      for a in entries {
        sizes[a.variable] += counts[cell]
        for b in entries {
          crossed[a.variable, b.variable] += counts[cell] * b.value / a.value
        }
      }
    }
    // Column by column: what becomes of a sum of 1 in one group.
    matrix = Matrix(rows: variables, columns: variables)
    for column in 0..<variables {
      var sums = [Double](repeating: 0, count: variables)
      sums[column] = 1
      for _ in 0..<10 {
        for margin in margins {
          let means = margin.map { sizes[$0] == 0 ? 0 : sums[$0] / sizes[$0] }
          for (mean, group) in zip(means, margin) where mean != 0 {
            matrix[group, column] += mean
            for variable in 0..<variables { sums[variable] -= crossed[variable, group] * mean }
          }
        }
      }
    }
  }
}
