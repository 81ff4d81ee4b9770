import SurveyStatistics
import Testing

@Suite("Index over items")
struct ItemIndexTests {
  private func item(_ codes: [UInt8]) throws -> CodedColumn {
    try CodedColumn(codes: codes, categoryCount: 3)
  }

  @Test("is the mean of the declared scores of the answers that are there")
  func byHand() throws {
    let index = try ItemIndex(
      [
        ScoredItem(answers: item([1, 2, 3, 0, 0]), scores: [0, 50, 100]),
        ScoredItem(answers: item([3, 3, 0, 2, 0]), scores: [0, 10, nil]),
      ], minimumAnswered: 1)
    #expect(Array(index.values.values.prefix(4)) == [0, 50, 100, 10])
    #expect(index.values.values[4].isNaN)
  }

  @Test("of all items is undefined when one is missing; a sum is scaled up")
  func minimum() throws {
    let items = [
      ScoredItem(answers: try item([1, 2]), from: 0, to: 10),
      ScoredItem(answers: try item([3, 0]), from: 0, to: 10),
    ]
    let all = try ItemIndex(items).values.values
    #expect(all[0] == 5 && all[1].isNaN)
    let sums = try ItemIndex(items, minimumAnswered: 1, combination: .sum).values.values
    #expect(sums == [10, 10])
  }

  @Test("has classes from cut point to cut point")
  func classes() throws {
    let index = try ItemIndex([ScoredItem(answers: item([1, 2, 3, 0]), scores: [0, 40, 100])])
    #expect(try index.classes(cutAt: [40, 90]).codes == [1, 2, 3, 0])
    #expect(try index.classes(cutAt: [40, 90]).categoryCount == 3)
  }

  @Test("has the mean and error that numerical derivatives give")
  func peer() throws {
    let peer = try PeerFigures()
    let index = try ItemIndex(
      [
        ScoredItem(answers: peer.item("unsafe", categories: 4), from: 0, to: 100),
        ScoredItem(answers: peer.item("trust", categories: 7), from: 100, to: 0),
      ], minimumAnswered: 1)
    let means = try peer.design().means(of: index, by: peer.groups("area"))
    let areas = (0..<6).map { means[domain: $0, statistic: 0] }
    #expect(allNearly(areas.map(\.value), peer.numbers("index", "estimate")))
    #expect(allNearly(areas.map(\.standardError), peer.numbers("index", "se")))
  }

  @Test("of one item is that item")
  func single() throws {
    let sample = SmallSample()
    let index = try ItemIndex([ScoredItem(answers: sample.coded, scores: [1, 2, 3, 4])])
    let mean = try sample.design().estimate(.mean(of: [index.values]))
    let plain = try sample.design().estimate(
      .mean(of: [NumericColumn(values: sample.item.map { $0 == 0 ? .nan : Double($0) })]))
    #expect(mean.values == plain.values && mean.standardErrors == plain.standardErrors)
  }

  @Test("refuses an item that has not one score for each category, or as many answers")
  func mismatch() throws {
    let answers = try item([1, 2])
    #expect(throws: MicrodataError.scoreCountMismatch(item: 0, expected: 3, actual: 2)) {
      try ItemIndex([ScoredItem(answers: answers, scores: [1, 2])])
    }
    let items = try [answers, item([1])].map { ScoredItem(answers: $0, scores: [1, 2, 3]) }
    #expect(throws: MicrodataError.answerCountMismatch(item: 1, expected: 2, actual: 1)) {
      try ItemIndex(items)
    }
  }
}
