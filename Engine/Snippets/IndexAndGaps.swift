// An index of two items, the gap and ratio between two areas, and whether the gap is small.

import SurveyStatistics

let design = try SurveyDesign(weights: [10, 12, 11, 8, 9, 10, 7, 13])
let area = try DomainColumn(codes: [1, 1, 1, 1, 2, 2, 2, 2], domainCount: 2)
let evening = try CodedColumn(codes: [1, 2, 3, 2, 3, 3, 2, 3], categoryCount: 3)
let home = try CodedColumn(codes: [1, 1, 2, 3, 3, 2, 3, 3], categoryCount: 3)

let index = try ItemIndex([
  ScoredItem(answers: evening, from: 0, to: 100), ScoredItem(answers: home, from: 0, to: 100),
])
let means = try design.means(of: index, by: area)
let gap = means.difference((1, 0), minus: (0, 0))
let ratio = means.ratio((1, 0), to: (0, 0))
print("gap \(gap.value), p \(gap.p); ratio \(ratio.value), \(ratio.interval())")
print("within 60 points: \(gap.equivalence(within: 60).isEquivalent())")

// Several differences are one family.
let family = TestFamily("areas", of: [gap, gap], adjustment: .holm)
precondition(family.adjustedP[0] >= gap.p && gap.value > 0 && ratio.value > 1)
