// A figure through the years: where it is going, and several years as one.

import SurveyStatistics

let shares = [0.31, 0.3, 0.28, 0.27, 0.25]
let observations = shares.enumerated().map {
  TrendObservation(step: $0, value: $1, standardError: 0.01)
}
if let model = LocalLinearTrend.fitted(to: observations),
  let now = model.state(after: observations)
{
  let ahead = now.level(after: 3, by: model)
  print("in three years \(ahead.mean) ± \(ahead.variance.squareRoot())")
  precondition(now.slope < 0 && ahead.mean < shares[4])
}

// Years that do not differ can be pooled; those that do are refused.
let years = shares.map {
  Estimate(value: $0, standardError: 0.03, base: 200, degreesOfFreedom: 199)
}
let pooled = try PooledYears(years)
print("pooled \(pooled.estimate.value) ± \(pooled.estimate.rootMeanSquaredError), p \(pooled.p)")

precondition(pooled.p > 0.05 && pooled.estimate.rootMeanSquaredError < 0.03)
