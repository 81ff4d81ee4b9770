// One sample in two stages, and its standard error by linearisation, jackknife and bootstrap.

import NumericKernels
import SurveyStatistics

// Three persons in each of four areas, which were drawn out of forty.
let areas: [Int32] = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
let stages = [
  SamplingStage(units: areas, populationSizes: areas.map { _ in 40 }),
  SamplingStage(
    units: [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3], populationSizes: areas.map { _ in 30 }),
]
let design = try SurveyDesign(weights: SurveyDesign.weights(of: stages), stages: stages)
let total = Statistic.total(of: [NumericColumn(values: [1, 0, 1, 0, 0, 1, 1, 1, 1, 0, 0, 0])])

let linearised = try design.estimate(total)
let jackknifed = try design.jackknifed().estimate(total)
var random = SeededRandom(seed: 1)
let bootstrapped = try design.bootstrapped(count: 500, using: &random).estimate(total)
for (name, estimate) in [
  ("linearised", linearised), ("jackknife", jackknifed), ("bootstrap", bootstrapped),
] {
  print("\(name): \(estimate.values[0]) ± \(estimate.standardErrors[0])")
}

// Made replicates look at the first stage only; the later one adds little here.
let ratio = jackknifed.standardErrors[0] / linearised.standardErrors[0]
precondition((design.weights[0] - 100).magnitude < 1e-9 && ratio > 0.95 && ratio <= 1)
