// Do two questions go together? And do two answers of the same person say the same?

import SurveyStatistics

let design = try SurveyDesign(weights: [3, 1, 2, 4, 2, 1, 3, 2, 1, 2, 3, 1])
let unsafe = try CodedColumn(codes: [1, 1, 1, 2, 2, 2, 1, 2, 1, 2, 1, 2], categoryCount: 2)
let worried = try CodedColumn(codes: [1, 1, 2, 2, 2, 2, 1, 2, 1, 1, 1, 0], categoryCount: 2)

let test = try design.independenceTest(of: unsafe, and: worried)
print("F \(test.statistic) on \(test.degreesOfFreedom), p \(test.p)")

let kappa = try design.agreement(of: unsafe, and: worried)
print("κ \(kappa.value) ± \(kappa.standardError)")

precondition(test.p > 0 && test.p < 0.1 && kappa.value > 0 && kappa.value < 1)
