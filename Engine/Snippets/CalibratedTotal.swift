// Weights that reproduce a known population, and a total that is then known better.

import SurveyStatistics

let sample = try SurveyDesign(weights: [10, 10, 10, 10, 10, 10])
let isWoman: [Double] = [1, 0, 1, 1, 0, 0]
let calibrated = try sample.calibrated(to: [
  AuxiliaryTotal(margin: "everyone", values: isWoman.map { _ in 1 }, total: 64),
  AuxiliaryTotal(margin: "women", values: isWoman, total: 33),
])

let women = try calibrated.estimate(.total(of: [NumericColumn(values: isWoman)]))
print("women: \(women.values[0]) ± \(women.standardErrors[0])")

precondition((women.values[0] - 33).magnitude < 1e-9 && women.standardErrors[0] < 1e-9)
