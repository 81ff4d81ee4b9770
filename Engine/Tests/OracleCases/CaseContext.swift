internal import NumericKernels
internal import SurveyStatistics

/// A case being answered: its design, and the part of it that a call is about.
struct CaseContext {
  let design: SurveyDesign
  let table: DataTable
  /// Whether R keeps the rows outside of a subset, at weight 0: in a calibrated design.
  let keepsAllRows: Bool
  /// Whether uncertainty comes from replicate weights.
  let hasReplicates: Bool

  typealias Answers = [String: [Double]]

  /// The rows of `D`, or of `subset(D, …)`; `nil` for all.
  func rows(of expression: RExpression?) throws -> [Bool]? {
    guard let expression, expression.function == "subset" else { return nil }
    let outer = try rows(of: expression.positional[0])
    let inside = try table.evaluate(expression.positional[1]).values.map { $0 == 1 }
    guard let outer else { return inside }
    return zip(outer, inside).map { $0 && $1 }
  }
}
