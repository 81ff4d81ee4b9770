import NumericKernels

/// All adjustments of a design's weights as one linear map.
///
///     v − D·K·Fᵀ·v
///
/// is what they leave of v = w·y, a weighted variable. One after the other they take D·(Fᵀ·v) out
/// of what is left so far, each with columns of its own, which K sums up.
///
/// | symbol | shape          | meaning                                                           |
/// |--------|----------------|-------------------------------------------------------------------|
/// | D      | rows × columns | what is taken out for a coefficient of 1                          |
/// | F      | rows × columns | what a coefficient is the sum of, of v                            |
/// | K      | columns square | what earlier adjustments leave of the sums that later ones see    |
struct LinearAdjustment: Sendable {
  /// The columns of D and F.
  let columnCount: Int
  /// D, row by row.
  let explained: [Double]
  /// F, row by row.
  let measures: [Double]
  /// K.
  let coefficients: Matrix

  /// - Parameters:
  ///   - adjustments: in the order in which they leave their residuals.
  ///   - rowCount: of the design.
  init(_ adjustments: [WeightAdjustment], rowCount: Int) {
    var blocks: [WeightAdjustment.Block] = []
    var steps: [Int] = []
    for adjustment in adjustments {
      let own = adjustment.blocks
      for _ in 0..<adjustment.rounds { steps += own.indices.map { blocks.count + $0 } }
      blocks += own
    }
    let (d, f) = (blocks.flatMap(\.explained), blocks.flatMap(\.measures))
    columnCount = d.count
    explained = Self.byRow(d, rowCount)
    measures = Self.byRow(f, rowCount)
    var ranges: [Range<Int>] = []
    for block in blocks {
      let start = ranges.last?.upperBound ?? 0
      ranges.append(start..<start + block.explained.count)
    }
    // What is taken out in one step sees its sums as they are.
    coefficients =
      steps.count == 1
      ? .identity(d.count)
      : Self.coefficients(steps.map { ranges[$0] }, crossed: Self.crossed(f, d))
  }

  /// D of a row.
  func explained(_ row: Int) -> ArraySlice<Double> {
    explained[row * columnCount..<(row + 1) * columnCount]
  }

  /// F of a row.
  func measures(_ row: Int) -> ArraySlice<Double> {
    measures[row * columnCount..<(row + 1) * columnCount]
  }

  private static func byRow(_ columns: [[Double]], _ rowCount: Int) -> [Double] {
    var values = [Double](repeating: 0, count: columns.count * rowCount)
    for (place, column) in columns.enumerated() {
      for row in 0..<rowCount { values[row * columns.count + place] = column[row] }
    }
    return values
  }

  /// Fᵀ·D.
  private static func crossed(_ f: [[Double]], _ d: [[Double]]) -> Matrix {
    var crossed = Matrix(rows: f.count, columns: d.count)
    for i in f.indices {
      for j in d.indices {
        crossed[i, j] = zip(f[i], d[j]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    return crossed
  }

  /// K, column by column: the coefficients when one sum is 1 and all others are 0.
  private static func coefficients(_ steps: [Range<Int>], crossed: Matrix) -> Matrix {
    let count = crossed.rows
    var matrix = Matrix(rows: count, columns: count)
    for column in 0..<count {
      // What the sums Fᵀ·v have become.
      var sums = [Double](repeating: 0, count: count)
      sums[column] = 1
      for step in steps {
        let taken = step.map { sums[$0] }
        for (place, value) in zip(step, taken) where value != 0 {
          matrix[place, column] += value
          for i in 0..<count { sums[i] -= crossed[i, place] * value }
        }
      }
    }
    return matrix
  }
}

extension WeightAdjustment {
  /// Columns of D and F that are taken out together.
  struct Block {
    let explained: [[Double]]
    let measures: [[Double]]
  }

  /// How often its blocks are gone through: a raking ten times, as R does.
  var rounds: Int {
    if case .raking = self { 10 } else { 1 }
  }

  /// What it takes out, block after block.
  var blocks: [Block] {
    switch self {
    case .regression(let regression): [regression.block]
    case .groups(let groups): [groups.block]
    case .raking(let margins): margins.map(\.block)
    case .response(let response): [response.block]
    }
  }
}

extension WeightAdjustment.Regression {
  /// D = s·q and F = q/s, with perpendicular directions q and the scale s of each row.
  fileprivate var block: WeightAdjustment.Block {
    let directions = basis.directions
    return WeightAdjustment.Block(
      explained: directions.map { zip($0, scale).map(*) },
      measures: directions.map { zip($0, scale).map { $1 == 0 ? 0 : $0 / $1 } })
  }
}

extension GroupMeans {
  /// D = w and F = m/(w·Σm) in a column for each group, m being the weight in the group's mean.
  fileprivate var block: WeightAdjustment.Block {
    var sizes = [Double](repeating: 0, count: groupCount)
    for row in weights.indices where weights[row] != 0 {
      sizes[Int(groups[row])] += meanWeights[row]
    }
    let empty = [Double](repeating: 0, count: weights.count)
    var (explained, measures) = (
      Array(repeating: empty, count: groupCount), Array(repeating: empty, count: groupCount)
    )
    for row in weights.indices {
      let group = Int(groups[row])
      guard weights[row] != 0, sizes[group] != 0 else { continue }
      explained[group][row] = weights[row]
      measures[group][row] = meanWeights[row] / weights[row] / sizes[group]
    }
    return WeightAdjustment.Block(explained: explained, measures: measures)
  }
}

extension ResponseAdjustment {
  /// D = s·x·I⁻¹ and F = (1 − ρ)·x.
  fileprivate var block: WeightAdjustment.Block {
    let explained = columns.indices.map { j in
      scores.indices.map { row in
        scores[row]
          * columns.indices.reduce(0) { $0 + columns[$1][row] * inverse[$1, j] }
      }
    }
    return WeightAdjustment.Block(
      explained: explained,
      measures: columns.map { column in
        column.indices.map { column[$0] * (1 - propensities[$0]) }
      })
  }
}
