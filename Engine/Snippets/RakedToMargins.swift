// Weights that reproduce the sizes of age groups and of areas, without knowing them crossed.

import SurveyStatistics

let design = try SurveyDesign(weights: [10, 10, 10, 10, 10, 10, 10, 10])
let age = try DomainColumn(codes: [1, 1, 2, 2, 2, 1, 2, 2], domainCount: 2)
let area = try DomainColumn(codes: [1, 1, 1, 1, 1, 2, 2, 2], domainCount: 2)
let ages = AuxiliaryMargin(name: "age", groups: age, totals: [36, 52])
let areas = AuxiliaryMargin(name: "area", groups: area, totals: [50, 38])

let byAge = try design.postStratified(to: ages)
let raked = try design.raked(to: [ages, areas])
print("by age \(byAge.weights), by both \(raked.weights)")

// Totals that cannot be are refused, and the group is named.
let empty = AuxiliaryMargin(
  name: "area", groups: try DomainColumn(codes: area.codes, domainCount: 3), totals: [50, 30, 8])
do {
  _ = try design.raked(to: [empty])
} catch {
  print(error)
  precondition(error == .emptyCategory(margin: "area", category: 3))
}

let young = zip(raked.weights, age.codes).reduce(0) { $0 + ($1.1 == 1 ? $1.0 : 0) }
precondition((young - 36).magnitude < 1e-6 && (raked.weights.reduce(0, +) - 88).magnitude < 1e-6)
