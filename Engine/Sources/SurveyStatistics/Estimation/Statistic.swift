/// Something to estimate: figures as a function of the weights, with their linearised values.
///
/// Made by the functions in this folder, such as ``mean(of:within:)``; estimated by
/// ``SurveyDesign/estimate(_:scope:)``. Statistics that are joined are estimated together, so that
/// their covariance is known.
public struct Statistic: Sendable {
  /// One group of figures about the same rows.
  struct Part {
    /// The figures.
    var values: [Double]
    /// For each figure w·(linearised value) of every row; empty when they were not asked for.
    var influences: [[Double]] = []
    /// The rows that the figures are about.
    var present: [Bool]
    /// For each figure its variance under simple random sampling, where that is defined.
    var simpleVariances: [SimpleRandomVariance] = []
  }

  /// The figures under some weights; with their influences if they are wanted.
  let evaluate: @Sendable (_ weights: [Double], _ withInfluences: Bool) -> [Part]
  /// The name of a column, as in its parameter, and how long it is.
  typealias ColumnLength = (name: String, count: Int)
  /// The columns that the statistic uses: each must be as long as the design.
  let columns: [ColumnLength]

  init(
    columns: [ColumnLength],
    evaluate: @escaping @Sendable (_ weights: [Double], _ withInfluences: Bool) -> [Part]
  ) {
    self.columns = columns
    self.evaluate = evaluate
  }

  /// Several statistics as one: their figures in the order given, with all covariances.
  public static func joined(_ statistics: [Statistic]) -> Statistic {
    Statistic(columns: statistics.flatMap(\.columns)) { weights, withInfluences in
      statistics.flatMap { $0.evaluate(weights, withInfluences) }
    }
  }

  /// The lengths of variables: not all can be right when they differ, and none at all is 0.
  static func lengths(_ variables: [NumericColumn], _ within: [Bool]?) -> [ColumnLength] {
    variables.isEmpty && within == nil
      ? [("variables", 0)] : lengths(variables.named("variables"), within)
  }

  /// The lengths of variables with names of their own.
  static func lengths(
    _ variables: [(name: String, column: NumericColumn)], _ within: [Bool]?
  ) -> [ColumnLength] {
    variables.map { ($0.name, $0.column.values.count) }
      + (within.map { [("within", $0.count)] } ?? [])
  }

  /// The rows of a subpopulation where no variable is missing.
  static func completeRows(_ variables: [NumericColumn], within: [Bool]?) -> [Bool] {
    let lengths = Set(variables.map(\.values.count) + (within.map { [$0.count] } ?? []))
    // Of unequal columns nothing is read: estimating then fails with the lengths.
    guard let length = lengths.first, lengths.count == 1 else { return [] }
    return (0..<length).map { row in
      (within?[row] ?? true) && variables.allSatisfy { !$0.values[row].isNaN }
    }
  }
}

extension [NumericColumn] {
  /// Each with the name of the parameter that it came in, and its place there.
  func named(_ parameter: String) -> [(name: String, column: NumericColumn)] {
    enumerated().map { ("\(parameter)[\($0)]", $1) }
  }
}
