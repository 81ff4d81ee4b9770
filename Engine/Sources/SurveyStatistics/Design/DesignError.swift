/// What can be wrong with a survey design.
public enum DesignError: Error, Sendable, Hashable {
  /// There are no rows.
  case noRows
  /// A design of several stages has none.
  case noStages
  /// A column of the design is not as long as the weights.
  case rowCountMismatch(column: String, expected: Int, actual: Int)
  /// A weight is negative, infinite or missing; rows are counted from 0.
  case badWeight(row: Int)
  /// A population size is not above 0, or a sampling fraction not in (0, 1]; rows from 0.
  case badPopulationSize(row: Int)
  /// The rows of one stratum give different population sizes.
  case populationSizeVaries(stratum: Int32)
  /// A stratum has more sampled units than its population has.
  case populationSmallerThanSample(stratum: Int32, population: Double, sample: Int)
  /// A stratum has one sampled unit, so that its variance is unknown: choose a ``LonelyUnitRule``.
  case lonelyUnit(stratum: Int32)
  /// The same at a later stage: the only unit of its stratum holds this row, counted from 0.
  case lonelyLaterUnit(row: Int)
  /// A replicate lacks weights for some rows, or a factor; replicates are counted from 0.
  case badReplicate(index: Int)
}
