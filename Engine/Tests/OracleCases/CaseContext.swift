internal import NumericKernels
internal import SurveyStatistics

/// A case being answered: its design, and the part of it that a call is about.
struct CaseContext {
  var design: SurveyDesign
  var table: DataTable
  /// Whether R keeps the rows outside of a subset, at weight 0: in a calibrated design.
  var keepsAllRows: Bool
  /// Whether uncertainty comes from replicate weights.
  let hasReplicates: Bool

  /// The rows whose stratum R refuses, where the rule is to do so.
  var refusedRows: [Bool]?

  typealias Answers = [String: [Double]]

  /// The rows of `D`, or of `subset(D, …)`; `nil` for all.
  func rows(of expression: RExpression?) throws -> [Bool]? {
    let rows = try subset(expression)
    if let refusedRows,
      refusedRows.indices.contains(where: { refusedRows[$0] && rows?[$0] ?? true })
    {
      throw DesignError.lonelyUnit(stratum: 0)
    }
    return rows
  }

  /// The same, also where R would refuse to give a variance, for what needs none.
  func unrefusedRows(of expression: RExpression?) throws -> [Bool]? { try subset(expression) }

  /// The degrees of freedom that an argument asks for: a number, Inf, or those of the design.
  func degreesOfFreedom(of argument: RExpression?) throws -> Double? {
    switch argument {
    case .number(let number)?: return number
    case .name("Inf")?: return .infinity
    case .call("degf", let arguments)?:
      guard let rows = try subset(arguments.first?.value) else {
        return Double(design.degreesOfFreedom)
      }
      return Double(design.degreesOfFreedom(within: rows))
    default: return nil
    }
  }

  private func subset(_ expression: RExpression?) throws -> [Bool]? {
    guard let expression, expression.function == "subset" else { return nil }
    let outer = try subset(expression.positional[0])
    let inside = try table.evaluate(expression.positional[1]).values.map { $0 == 1 }
    guard let outer else { return inside }
    return zip(outer, inside).map { $0 && $1 }
  }
}
