// The median of a variable in numbers, and how sure we are of it.

import SurveyStatistics

let design = try SurveyDesign(
  weights: [10, 12, 11, 8, 9, 10, 7, 13, 10, 10, 12, 8],
  strata: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
let income = NumericColumn(values: [21, 34, 28, 45, 30, 38, 19, 25, .nan, 31, 27, 40])

let quantiles = try design.quantiles(of: income, at: [0.25, 0.5, 0.75])
for (share, quantile) in zip([25, 50, 75], quantiles) {
  print("\(share) % have at most \(quantile.value), \(quantile.interval)")
}

let median = quantiles[1]
precondition(quantiles[0].value <= median.value && median.value <= quantiles[2].value)
precondition(median.interval.lower < median.value && median.value < median.interval.upper)
