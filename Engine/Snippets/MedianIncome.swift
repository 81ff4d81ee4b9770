// The median of a variable in numbers, how sure we are of it, and whether two groups' medians differ.

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

// The medians of two groups, estimated together so that their difference has an error. So few have
// no interval of 95 %: its end would lie beyond all values.
let isWoman = [true, false, true, false, false, true, true, false, true, false, true, false]
let both = try design.estimate(
  .joined(
    [isWoman, isWoman.map { !$0 }].map {
      try design.linearisedQuantile(of: income, at: 0.5, within: $0, confidence: 0.7)
    }))
let gap = both.difference(0, minus: 1)
print("women − men: \(gap.value) ± \(gap.standardError), p = \(gap.p)")
precondition(gap.value == both.values[0] - both.values[1] && gap.standardError > 0)
