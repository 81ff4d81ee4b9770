// Is an area still different when age is alike? By a model, and by ranks.

import SurveyStatistics

let design = try SurveyDesign(weights: [2, 1, 3, 1, 2, 1, 1, 2, 1, 2])
let area = try DomainColumn(codes: [1, 1, 1, 1, 1, 2, 2, 2, 2, 2], domainCount: 2)
let age = NumericColumn(values: [20, 35, 50, 65, 80, 25, 40, 55, 70, 75])
let unsafe = NumericColumn(values: [0, 1, 0, 0, 1, 1, 0, 1, 1, 1])
let worry = NumericColumn(values: [1, 2, 1, 2, 3, 3, 2, 3, 3, 2])

let model = try design.predictedMargins(of: unsafe, across: area, adjustingFor: [age])
let gap = model.margins.difference(1, minus: 0)
print("margins \(model.margins.values), gap \(gap.value), p \(gap.p)")

let ranks = try design.rankTest(of: worry, across: area)
print("F \(ranks.statistic) on \(ranks.denominatorDegreesOfFreedom), p \(ranks.p)")

precondition(gap.value > 0 && ranks.p > 0 && ranks.p < 1)
