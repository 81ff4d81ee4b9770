/// Why a sample cannot be planned or drawn as wanted.
public enum PlanningError: Error, Sendable, Hashable {
  /// A number, by the name of its parameter, is outside the range that it must be in.
  case outOfRange(name: String, value: Double)
  /// Even if everyone were asked, too few would answer; both are counts of answers.
  ///
  /// The area is counted from 0; `nil` when the population was not divided.
  case notReachable(area: Int?, respondentsNeeded: Double, respondentsPossible: Double)
  /// There is nothing to divide the sample among.
  case noStrata
  /// A column is not as long as the strata or rows are many.
  case countMismatch(column: String, expected: Int, actual: Int)
  /// The sample is too small for the least that the strata must have together.
  case totalTooSmall(total: Int, minimum: Int)
  /// The sample is larger than the population.
  case totalTooLarge(total: Int, population: Int)
  /// More are to be drawn in a stratum, by its code, than the frame has there.
  case stratumTooSmall(stratum: Int32, wanted: Int, available: Int)
  /// A sample size is given for a stratum that the frame lacks.
  case noSuchStratum(stratum: Int32)
}
