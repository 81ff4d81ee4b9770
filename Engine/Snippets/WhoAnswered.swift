// Weights for those who did not answer, trimmed; how even the response was; bounds for a proportion.

import SurveyStatistics

let drawn = try SurveyDesign(weights: [5, 5, 5, 5, 8, 8, 8, 8])
let responded = [true, true, true, false, true, false, false, true]
let sex = FrameVariable(
  name: "sex", categories: try DomainColumn(codes: [1, 1, 1, 1, 2, 2, 2, 2], domainCount: 2))

let adjusted = try drawn.adjustedForNonresponse(responded, by: sex)
let trimmed = adjusted.trimmed(to: 0...15)
print("weights \(adjusted.weights), trimmed \(trimmed.weights)")

let evenness = try drawn.representativity(of: responded, by: [sex])
print("R \(evenness.unadjustedIndicator), response \(evenness.meanPropensity)")

let bounds = try NonresponseBounds(
  proportion: 0.3, interval: ConfidenceInterval(lower: 0.25, upper: 0.35), response: 0.5)
print("if others differ by 10 points: \(bounds.bounds(ifOthersDifferByAtMost: 0.1).proportion)")

precondition(trimmed.weights[3] == 0)
precondition(
  (adjusted.weights.reduce(0, +) - 52).magnitude < 1e-9 && evenness.unadjustedIndicator < 1)
