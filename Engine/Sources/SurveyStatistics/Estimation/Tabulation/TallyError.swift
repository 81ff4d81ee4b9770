/// What can be wrong with the rows of a ``SurveyTally``; rows are counted from 0 within their block.
public enum TallyError: Error, Sendable, Hashable {
  /// No row was added.
  case noRows
  /// A column of the block is not as long as its weights demand.
  case rowCountMismatch(column: String, expected: Int, actual: Int)
  /// A code is above the size of its dimension or item; places are counted from the dimensions on.
  case codeOutOfRange(row: Int, place: Int, code: Int, size: Int)
  /// A weight is negative, infinite or missing.
  case badWeight(row: Int)
  /// A population size is missing or not above 0.
  case badPopulationSize(row: Int)
  /// The rows of one stratum give different population sizes.
  case populationSizeVaries(stratum: Int32)
  /// A stratum has more sampled units than its population has.
  case populationSmallerThanSample(stratum: Int32, population: Double, sample: Int)
  /// A stratum has one sampled unit, so that its variance is unknown.
  case lonelyUnit(stratum: Int32)
  /// A breakdown names a dimension that the shape lacks; dimensions are counted from 0.
  case noSuchDimension(index: Int, dimensionCount: Int)
  /// The dimensions have more crossings than can be told apart, or more than 255 domains.
  case tooManyDomains
  /// There are more rows than can be counted, 2³² − 1.
  case tooManyRows
  /// Two tallies are of different shapes or samples.
  case shapesDiffer
  /// Primary units were tallied, for which this cannot be done.
  case isClustered
}
