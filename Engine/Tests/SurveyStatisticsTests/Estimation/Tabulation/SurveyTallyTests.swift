import SurveyStatistics
import Testing

@Suite("Tally of a survey")
struct SurveyTallyTests {
  private let sample = SmallSample(rowCount: 600)
  private let shape = TabulationShape(dimensionSizes: [3], itemSizes: [4, 4])
  private let breakdowns = [Breakdown([]), Breakdown([0])]

  private func block(_ rows: Range<Int>) -> AnswerBlock {
    var block = AnswerBlock()
    block.weights = Array(sample.weights[rows])
    block.strata = Array(sample.strata[rows])
    block.populationSizes = sample.strata[rows].map { 300 + Double($0) }
    block.primaryUnits = Array(sample.units[rows])
    for row in rows {
      block.codes += [UInt8(sample.domain[row]), sample.item[row], sample.item[599 - row]]
    }
    return block
  }

  private func tally(
    _ rows: Range<Int>, step: Int, isClustered: Bool
  ) throws -> SurveyTally {
    var tally = try SurveyTally(shape: shape, isClustered: isClustered)
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: step) {
      try tally.add(block(start..<min(start + step, rows.upperBound)))
    }
    return tally
  }

  private func agree(_ a: [[TabulatedItem]], _ b: [[TabulatedItem]]) {
    for (a, b) in zip(a.joined(), b.joined()) {
      #expect(a.counts == b.counts && a.bases == b.bases)
      for (x, y) in zip(a.proportions, b.proportions) { #expect(nearly(x, y, 1e-12)) }
      for (x, y) in zip(a.standardErrors, b.standardErrors) { #expect(nearly(x, y, 1e-12)) }
      for (x, y) in zip(a.differenceErrors, b.differenceErrors) { #expect(nearly(x, y, 1e-12)) }
      for (x, y) in zip(a.adjustedP, b.adjustedP) { #expect(nearly(x, y, 1e-9)) }
    }
  }

  @Test("gives the figures of the design, block by block and in parts", arguments: [false, true])
  func sameFigures(isClustered: Bool) throws {
    let design = try SurveyDesign(
      weights: sample.weights, strata: sample.strata,
      primaryUnits: isClustered ? sample.units : nil,
      populationSizes: sample.strata.map { 300 + Double($0) })
    let turned = try CodedColumn(codes: sample.item.reversed(), categoryCount: 4)
    let expected = try design.tabulated(
      [sample.coded, turned], by: [sample.domains], in: breakdowns)
    agree(
      try tally(0..<600, step: 70, isClustered: isClustered).tables(in: breakdowns), expected)
    var merged = try tally(400..<600, step: 600, isClustered: isClustered)
    try merged.merge(tally(0..<400, step: 33, isClustered: isClustered))
    #expect(merged.rowCount == 600)
    agree(try merged.tables(in: breakdowns), expected)
  }

  @Test("is the same to the last bit whoever counts", arguments: [false, true])
  func shared(isClustered: Bool) throws {
    let whole = try tally(0..<600, step: 600, isClustered: isClustered)
    var shared = try SurveyTally(shape: shape, isClustered: isClustered)
    for rows in [0..<250, 250..<251, 251..<600] {
      let blocks = try [rows.prefix(90), rows.dropFirst(90)].map { part in
        var rows = try OrderedRows(shape: shape)
        try rows.append(block(part.lowerBound..<part.upperBound))
        return rows
      }
      try shared.add(blocks, workers: .several)
    }
    let tables = try (
      whole.tables(in: breakdowns), shared.tables(in: breakdowns, workers: .several)
    )
    for place in breakdowns.indices { #expect(isSame(tables.0[place], tables.1[place])) }
    guard !isClustered else { return }
    let sizes = try whole.weightedSizes(of: breakdowns[0])
    let margin = TallyMargin(
      name: "all", breakdown: breakdowns[0], totals: sizes.map { 1.1 * $0 + 3 })
    let calibrated = try (
      whole.calibrated(to: [margin]).tables(in: breakdowns),
      shared.calibrated(to: [margin]).tables(in: breakdowns, workers: .several)
    )
    for place in breakdowns.indices { #expect(isSame(calibrated.0[place], calibrated.1[place])) }
  }

  private func isSame(_ a: [TabulatedItem], _ b: [TabulatedItem]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { a, b in
        a.bases == b.bases && a.counts == b.counts && a.proportions == b.proportions
          && a.standardErrors == b.standardErrors && a.linear == b.linear && a.logit == b.logit
          && a.differences == b.differences && a.differenceErrors == b.differenceErrors
          && a.p == b.p && a.adjustedP == b.adjustedP
      }
  }

  @Test("says which row is wrong")
  func refusals() throws {
    var tally = try SurveyTally(shape: shape)
    #expect(throws: TallyError.noRows) { try tally.tables(in: breakdowns) }
    var bad = block(0..<5)
    bad.codes[7] = 9
    #expect(throws: TallyError.codeOutOfRange(row: 2, place: 1, code: 9, size: 4)) {
      try tally.add(bad)
    }
    bad = block(0..<5)
    bad.weights[3] = .nan
    #expect(throws: TallyError.badWeight(row: 3)) { try tally.add(bad) }
    bad = block(0..<5)
    bad.strata.removeLast()
    #expect(throws: TallyError.rowCountMismatch(column: "strata", expected: 5, actual: 4)) {
      try tally.add(bad)
    }
    try tally.add(block(0..<60))
    #expect(throws: TallyError.noSuchDimension(index: 1, dimensionCount: 1)) {
      try tally.tables(in: [Breakdown([1])])
    }
    let other = try SurveyTally(shape: TabulationShape(dimensionSizes: [], itemSizes: []))
    #expect(throws: TallyError.shapesDiffer) { try tally.merge(other) }
    let foreign = try OrderedRows(shape: other.shape)
    #expect(throws: TallyError.shapesDiffer) { try tally.add([foreign]) }
    var clustered = try SurveyTally(shape: shape, isClustered: true)
    var unitless = block(0..<5)
    unitless.primaryUnits = []
    #expect(throws: TallyError.rowCountMismatch(column: "primaryUnits", expected: 5, actual: 0)) {
      try clustered.add(unitless)
    }
    #expect(throws: TallyError.tooManyDomains) {
      try SurveyTally(shape: TabulationShape(dimensionSizes: [256], itemSizes: []))
    }
  }

  @Test("refuses more rows than it can count")
  func tooMany() throws {
    var tally = try SurveyTally(shape: shape)
    try tally.add(block(0..<1))
    for _ in 1..<32 { try tally.merge(tally) }
    #expect(tally.rowCount == 1 << 31)
    #expect(throws: TallyError.tooManyRows) { try tally.merge(tally) }
  }
}
