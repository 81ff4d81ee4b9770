/// Why a model of small areas cannot be used.
public enum SmallAreaError: Error, Sendable, Hashable {
  /// A column, by the name of its parameter, is not as long as the areas are many.
  case areaCountMismatch(column: String, expected: Int, actual: Int)
  /// There are too few areas to learn from how areas differ.
  case tooFewAreas(count: Int, minimum: Int)
  /// A direct estimate or an explaining value is missing; areas, and columns, are counted from 0.
  case missingValue(column: String, area: Int)
  /// A sampling variance is not above 0, so that the area would count as known exactly; areas are
  /// counted from 0. A share of 0 or 1 has such a variance: smooth the variances first.
  case badSamplingVariance(area: Int, variance: Double)
  /// An explaining column is made up by the others; columns are counted from 0.
  case dependentCovariate(column: Int)
  /// The search for the variance between areas did not come to an end.
  case notConverged(steps: Int)
  /// The size by which an area counts in the total is not above 0; areas are counted from 0.
  case badSize(area: Int)
  /// Pooling needs at least two years.
  case tooFewYears(count: Int)
  /// A year has no finite estimate with a standard error above 0; years are counted from 0.
  case badYear(index: Int)
  /// The years differ more than chance explains, so that pooling them would hide a change.
  case yearsDiffer(statistic: Double, p: Double)
}
