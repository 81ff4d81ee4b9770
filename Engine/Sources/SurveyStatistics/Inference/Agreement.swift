import NumericKernels

extension SurveyDesign {
  /// How far two items agree beyond chance: Cohen's κ of the population.
  ///
  ///     κ = (p_o − p_e) / (1 − p_e),   p_o = Σ p_kk,   p_e = Σ p_k· · p_·k
  ///
  /// Of one question asked twice, or of two questions with the same answers. 1 is full agreement,
  /// 0 what chance gives. The standard error is that of the delta method.
  ///
  /// - Parameters:
  ///   - first: one item.
  ///   - second: the other, with the same categories.
  ///   - within: the rows of a subpopulation; `nil` for everyone. Rows with gaps are left out.
  /// - Returns: κ, at most 1, with its standard error and its test against 0; NaN when all answer
  ///   alike.
  /// - Throws: ``EstimationError/rowCountMismatch(column:expected:actual:)``;
  ///   ``EstimationError/noSuchCategory(index:categoryCount:)`` when one item has more categories.
  ///
  /// Source: Cohen, *A coefficient of agreement for nominal scales*, 1960.
  /// R: `svykappa(~first + second, design)`. Golden values: `Golden/variant_stages.json`.
  public func agreement(
    of first: CodedColumn, and second: CodedColumn, within: [Bool]? = nil
  ) throws(EstimationError) -> Difference {
    try check(
      [("first", first.codes.count), ("second", second.codes.count)]
        + (within.map { [("within", $0.count)] } ?? []))
    let count = first.categoryCount
    guard second.categoryCount == count else {
      throw .noSuchCategory(
        index: min(count, second.categoryCount), categoryCount: second.categoryCount)
    }
    let pairs = zip(first.codes, second.codes)
    func indicator(_ test: (Int, Int) -> Bool) -> NumericColumn {
      NumericColumn(
        values: pairs.map { a, b in
          a == 0 || b == 0 ? .nan : test(Int(a) - 1, Int(b) - 1) ? 1 : 0
        })
    }
    let both = indicator { $0 == $1 }
    let margins =
      (0..<count).map { category in indicator { a, _ in a == category } }
      + (0..<count).map { category in indicator { _, b in b == category } }
    let shares = try estimate(.mean(of: [both] + margins, within: within))
    let (rows, columns) = (shares.values[1...count], shares.values[(count + 1)...])
    let chance = zip(rows, columns).reduce(0) { $0 + $1.0 * $1.1 }
    let observed = shares.values[0]
    let slope = (observed - 1) / ((1 - chance) * (1 - chance))
    return shares.transformed(
      to: (observed - chance) / (1 - chance),
      gradient: [1 / (1 - chance)] + columns.map { $0 * slope } + rows.map { $0 * slope })
  }
}
