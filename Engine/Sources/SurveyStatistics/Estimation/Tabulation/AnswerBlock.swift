/// Some rows of a survey, as they come from a file or a store: what a ``SurveyTally`` takes in.
///
/// A reader fills one block again and again; some ten thousand rows are a good size.
public struct AnswerBlock: Sendable {
  /// The stratum of each row, any codes.
  public var strata: [Int32] = []
  /// The primary units of each row's stratum in the population; empty when drawn with replacement.
  public var populationSizes: [Double] = []
  /// The primary unit of each row; empty when every row was drawn on its own.
  public var primaryUnits: [Int32] = []
  /// The weight of each row, 0 or more.
  public var weights: [Double] = []
  /// Row by row the code in every dimension, then that of every item; 0 for none or missing.
  public var codes: [UInt8] = []

  /// Makes an empty block.
  public init() {}

  /// The number of rows.
  public var rowCount: Int { weights.count }

  /// Takes all rows out and keeps their room.
  public mutating func removeAll() {
    strata.removeAll(keepingCapacity: true)
    populationSizes.removeAll(keepingCapacity: true)
    primaryUnits.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
  }
}
