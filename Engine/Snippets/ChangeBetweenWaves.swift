// The change between two waves in which some people took part twice.

import SurveyStatistics

let then = try SurveyDesign(weights: [10, 10, 10, 10])
let now = try SurveyDesign(weights: [10, 10, 10, 10])
let waves = try OverlappingWaves(
  now: now, then: then,
  identifiers: (now: ["a", "b", "c", "e"], then: ["a", "b", "c", "d"]))
let shares = try waves.estimate(
  now: .mean(of: [NumericColumn(values: [1, 1, 0, 1])]),
  then: .mean(of: [NumericColumn(values: [1, 0, 0, 1])]))
let change = shares.difference(0, minus: 1)
print("change \(change.value) ± \(change.standardError), \(waves.overlap) people in common")

precondition(waves.overlap == 3 && (change.value - 0.25).magnitude < 1e-12)
