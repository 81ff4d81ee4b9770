/// What can be wrong with a survey design.
public enum DesignError: Error, Sendable, Hashable {
  /// There are no weights, and so no rows.
  case noRows
  /// A design of several stages has none.
  case noStages
  /// A column of the design, by the name of its parameter, is not as long as the weights.
  ///
  /// Of a design in stages such as `stages[1].units`, from 0.
  case rowCountMismatch(column: String, expected: Int, actual: Int)
  /// A weight is negative, infinite or missing (NaN); rows are counted from 0.
  case badWeight(row: Int)
  /// A population size is not above 0, or a sampling fraction not in (0, 1]; rows from 0.
  case badPopulationSize(row: Int)
  /// The rows of one stratum, by its code, give different population sizes or fractions.
  case populationSizeVaries(stratum: Int32)
  /// A stratum, by its code, has more sampled units than its population has.
  case populationSmallerThanSample(stratum: Int32, population: Double, sample: Int)
  /// A stratum has one sampled unit, so that its variance is unknown: choose a ``LonelyUnitRule``.
  ///
  /// By its code; 0 when the sample is not stratified.
  case lonelyUnit(stratum: Int32)
  /// The same at a later stage: the only unit of its stratum holds this row, counted from 0.
  case lonelyLaterUnit(row: Int)
  /// Population sizes or fractions vary within the stratum of a later stage that holds this row.
  case laterPopulationSizeVaries(row: Int)
  /// The stratum of a later stage that holds this row has more units than its population.
  case laterPopulationSmallerThanSample(row: Int, population: Double, sample: Int)
  /// A replicate has not one finite weight for each row, or no factor; counted from 0.
  case badReplicate(index: Int)
}
