/// A variable that is a number: one value for each respondent.
public struct NumericColumn: Sendable {
  /// One value for each row, in the variable's unit; NaN when it is missing.
  public let values: [Double]

  /// Makes a column from its values, as they are.
  public init(values: [Double]) {
    self.values = values
  }
}
