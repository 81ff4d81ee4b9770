// The share who feel unsafe in two areas, and whether the areas differ.

import SurveyStatistics

// Six respondents of two strata; the weight is how many persons each stands for.
let design = try SurveyDesign(
  weights: [10, 12, 11, 8, 9, 10], strata: [0, 0, 0, 1, 1, 1],
  populationSizes: [33, 33, 33, 27, 27, 27])
let unsafe = try CodedColumn(codes: [1, 2, 2, 1, 0, 2], categoryCount: 2)  // 0 is no answer
let area = try DomainColumn(codes: [1, 2, 1, 2, 1, 1], domainCount: 2)

let estimates = try design.proportions(of: unsafe, by: area)
let north = estimates[domain: 0, statistic: 0]
print("\(north.value) of \(north.base) answers, \(north.interval(.logit))")

let difference = estimates.difference((0, 0), minus: (1, 0))
print("difference \(difference.value), p \(difference.p)")

precondition(north.base == 3 && difference.p > 0.05)
