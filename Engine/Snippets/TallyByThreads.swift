// A survey's tables by several threads, the same to the last bit as by one.

import Dispatch
import SurveyStatistics

// Two areas; an item of three categories. Four hundred rows in two strata.
let shape = TabulationShape(dimensionSizes: [2], itemSizes: [3])

/// A hundred rows, as one part of a file may hold.
func block(_ part: Int) -> AnswerBlock {
  var block = AnswerBlock()
  for row in 100 * part..<100 * (part + 1) {
    block.strata.append(Int32(row % 2))
    block.weights.append(10 + Double(row % 7) / 3)
    block.codes += [UInt8(row % 3 % 2 + 1), UInt8(row * 7 / 5 % 4)]
  }
  return block
}

// The engine starts no threads; whoever has some lends them.
let workers = Workers(count: 2) { count, body in
  DispatchQueue.concurrentPerform(iterations: count, execute: body)
}
// Each part is checked and numbered by the thread that reads it.
let parts = workers.map(4) { part in
  Result { () throws(TallyError) in
    var rows = try OrderedRows(shape: shape)
    try rows.append(block(part))
    rows.sort()
    return rows
  }
}
var tally = try SurveyTally(shape: shape)
try tally.add(parts.map { try $0.get() }, workers: workers)
let byArea = try tally.tables(in: [Breakdown([0])], workers: workers)[0][0]
print("shares \(byArea.proportions), p after Holm \(byArea.adjustedP)")

var alone = try SurveyTally(shape: shape)
for part in 0..<4 { try alone.add(block(part)) }
let same = try alone.tables(in: [Breakdown([0])])[0][0]
precondition(same.standardErrors == byArea.standardErrors && same.p == byArea.p)
