// Areas with few answers borrow from a model of all areas.

import SurveyStatistics

let direct = [0.21, 0.35, 0.18, 0.27, 0.4, 0.22, 0.31, 0.15, 0.29, 0.33]
let variances = [0.001, 0.004, 0.002, 0.001, 0.006, 0.002, 0.003, 0.001, 0.002, 0.005]
let model = try AreaModel(
  direct: direct, samplingVariances: variances, covariates: [direct.map { _ in 1 }])
for (own, modelled) in zip(direct, model.estimates) {
  print("\(own) → \(modelled.value) ± \(modelled.rootMeanSquaredError)")
}

let spread = model.estimates.map(\.value).max() ?? 0
precondition(spread < 0.4 && model.estimates.allSatisfy { $0.directWeight < 1 })

// Two areas compared: what both owe to the common mean is no difference between them.
let gap = try model.joint().difference(1, minus: 0)
print("second − first: \(gap.value) ± \(gap.standardError)")
let apart = (model.estimates[0].meanSquaredError + model.estimates[1].meanSquaredError).squareRoot()
precondition(gap.value > 0 && gap.standardError < apart)
