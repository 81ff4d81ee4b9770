// A survey's tables from rows that pass by once, tallied in two parts.

import SurveyStatistics

// Two areas; two items of two and three categories.
let shape = TabulationShape(dimensionSizes: [2], itemSizes: [2, 3])

/// Four rows of a stratum, each with its area and its answers; 0 is no answer.
func block(stratum: Int32, _ codes: [UInt8]) -> AnswerBlock {
  var block = AnswerBlock()
  block.strata = Array(repeating: stratum, count: 4)
  block.weights = [10, 12, 11, 8]
  block.codes = codes
  return block
}
var tally = try SurveyTally(shape: shape)
try tally.add(block(stratum: 1, [1, 1, 3, 1, 2, 1, 2, 2, 2, 2, 1, 0]))
var second = try SurveyTally(shape: shape)
try second.add(block(stratum: 2, [1, 2, 1, 2, 2, 3, 2, 1, 3, 1, 1, 2]))
try tally.merge(second)

let tables = try tally.tables(in: [Breakdown([]), Breakdown([0])])
let byArea = tables[1][0]
print("shares \(byArea.proportions), standard errors \(byArea.standardErrors)")
print("difference \(byArea.differences[0]), p after Holm \(byArea.adjustedP[0])")

precondition(tables[0][0].bases == [8] && byArea.bases == [4, 4])
