// How many to ask, divided among strata, and a draw that can be repeated.

import SurveyStatistics

let assumptions = PlanAssumptions(designEffect: 1.2, expectedResponse: 0.5)
let size = try SampleSize(marginOfError: 0.05, populationSize: 20_000, assumptions: assumptions)
let strata = [PlannedStratum(populationSize: 15_000), PlannedStratum(populationSize: 5_000)]
let allocation = try Allocation(dividing: size.sampled, among: strata, by: .neyman)
let comparison = try PlannedComparison(respondents: 400, 400)
let power = try comparison.power(from: 0.2, to: 0.3)
print("ask \(size.sampled): \(allocation.sampled); power of 20 against 30 percent \(power)")

let draw = try StratifiedDraw(
  strata: [0, 0, 0, 1, 1, 1], sampleSizes: [0: 2, 1: 1], seed: 7)
let again = try StratifiedDraw(
  strata: [0, 0, 0, 1, 1, 1], sampleSizes: [0: 2, 1: 1], seed: 7)
print("rows \(draw.rows), weights \(draw.designWeights)")

precondition(draw == again && allocation.total == size.sampled && power > 0.5)
