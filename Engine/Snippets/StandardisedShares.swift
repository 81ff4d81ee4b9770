// Areas compared as if both had the same ages, and what of a gap is age.

import SurveyStatistics

let design = try SurveyDesign(weights: [1, 1, 1, 1, 1, 1, 1, 1])
let area = try DomainColumn(codes: [1, 1, 1, 1, 2, 2, 2, 2], domainCount: 2)
let age = try DomainColumn(codes: [1, 1, 1, 2, 1, 2, 2, 2], domainCount: 2)
let unsafe = NumericColumn(values: [1, 1, 0, 0, 1, 0, 1, 0])

let alike = try design.standardised(by: age, to: [0.5, 0.5], within: area)
let shares = try (1...2).map { (code: UInt16) in
  try alike.estimate(.mean(of: [unsafe], within: area.codes.map { $0 == code })).values[0]
}
print("shares as if ages were alike: \(shares)")

let parts = try design.decomposedDifference(
  of: unsafe, by: age, between: area.codes.map { $0 == 1 }, and: area.codes.map { $0 == 2 })
print("of \(parts.total.value), composition \(parts.composition.value), rate \(parts.rate.value)")

precondition(
  (parts.total.value - parts.composition.value - parts.rate.value).magnitude < 1e-12)
