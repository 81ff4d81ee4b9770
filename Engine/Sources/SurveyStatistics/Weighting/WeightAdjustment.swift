import NumericKernels

/// What a calibration explains of any variable, and so takes out of its sampling variance.
///
/// Values come and go as w·y: weighted linearised values, one for each row.
enum WeightAdjustment: Sendable {
  /// Regression on auxiliary variables.
  case regression(Regression)
  /// The means of groups that do not overlap.
  case groups(GroupMeans)
  /// The means of several crossing groupings, one after the other, ten times over as R does.
  case raking([GroupMeans])
  /// A model of who answered.
  case response(ResponseAdjustment)

  /// Whether it is about non-response, and so comes before calibration.
  var isForResponse: Bool {
    if case .response = self { true } else { false }
  }

  /// How many variables it takes out.
  var columnCount: Int {
    switch self {
    case .regression(let regression): regression.basis.rank
    case .groups(let groups): groups.groupCount
    case .raking(let margins): margins.reduce(0) { $0 + $1.groupCount }
    case .response(let response): response.columns.count
    }
  }

  /// The basis of a regression, and the scale that rows are measured in.
  struct Regression: Sendable {
    let basis: OrthogonalBasis
    /// One for each row.
    let scale: [Double]
    /// The rows that are alike; `nil` unless they are few.
    var classes: RowClasses?
  }

  /// The rows that are alike, given the weights after it; `nil` unless they are few.
  func classes(weights: [Double]) -> RowClasses? {
    switch self {
    case .regression(let regression): regression.classes
    case .groups(let means): RowClasses([means], weights: weights, isRaking: false)
    case .raking(let margins): RowClasses(margins, weights: weights, isRaking: true)
    case .response: nil
    }
  }

  /// What is left of w·y.
  func residual(_ values: [Double]) -> [Double] {
    switch self {
    case .regression(let regression):
      let scaled = zip(values, regression.scale).map { $1 == 0 ? 0 : $0 / $1 }
      let residual = regression.basis.residual(of: scaled)
      return zip(residual, regression.scale).map(*)
    case .groups(let groups):
      return groups.residual(values)
    case .response(let response):
      return response.residual(values)
    case .raking(let margins):
      var left = values
      for _ in 0..<10 {
        for margin in margins { left = margin.residual(left) }
      }
      return left
    }
  }
}

/// The weighted means of groups of rows.
struct GroupMeans: Sendable {
  /// The group of each row, from 0.
  let groups: [Int32]
  let groupCount: Int
  /// The weight of each row after the adjustment.
  let weights: [Double]
  /// The weight of each row in the mean of its group.
  let meanWeights: [Double]

  /// w·y minus w times the mean of y in the row's group.
  func residual(_ values: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: groupCount)
    var sizes = sums
    for row in values.indices where weights[row] != 0 {
      sums[Int(groups[row])] += values[row] / weights[row] * meanWeights[row]
      sizes[Int(groups[row])] += meanWeights[row]
    }
    return values.indices.map { row in
      let group = Int(groups[row])
      return sizes[group] == 0
        ? values[row] : values[row] - sums[group] / sizes[group] * weights[row]
    }
  }
}
