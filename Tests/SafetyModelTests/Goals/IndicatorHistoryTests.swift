import Testing

@testable import SafetyModel

@Suite("An indicator's history")
struct IndicatorHistoryTests {
  private static func segment(
    _ code: String, _ values: [(Int, Double)], reason: DefinitionEnding.Reason? = nil
  ) -> IndicatorSegment {
    let words = LocalisedText(sv: code, en: code)
    let definition = IndicatorDefinition(
      code: code, text: words, source: .external(ExternalSeries(publisher: words)), unit: .plain,
      ending: reason.map {
        DefinitionEnding(
          reason: $0, note: words, successor: "new",
          overlap: [OverlapValue(period: .year(2020), before: 49, after: 0.5)])
      })
    return IndicatorSegment(
      definition: definition,
      points: values.map {
        IndicatorPoint(
          StatedValue(period: .year($0.0), value: $0.1, standardError: 1), counted: false)
      })
  }
  private let history = IndicatorHistory(segments: [
    segment("old", [(2018, 50), (2016, 48), (2020, 49)], reason: .questionReworded),
    segment("new", [(2020, 0.5), (2021, 0.52), (2022, 0.54)]),
  ])

  @Test("compares within a segment, in the newest way that has both")
  func within() throws {
    #expect(try history.change(from: .year(2016), to: .year(2018)).difference == 2)
    #expect(try history.change(from: .year(2020), to: .year(2022)).difference == 0.54 - 0.5)
    #expect(try history.change(from: .year(2018), to: .year(2020)).difference == -1)
    #expect(try history.mean(of: [.year(2016), .year(2018)]) == 49)
    #expect(try history.line(from: .year(2016), to: .year(2019)).map(\.value) == [48, 50])
    #expect(history.comparability(.year(2021), .year(2022)) == .comparable)
  }

  @Test("never compares across a break, and says why")
  func across() throws {
    guard
      case .notComparable(.measuredDifferently(let breaks)) = history.comparability(
        .year(2018), .year(2021))
    else {
      Issue.record("compared")
      return
    }
    #expect(breaks == history.breaks)
    let change = try #require(breaks.first)
    #expect(change.reason == .questionReworded)
    #expect(change.lastBefore == .year(2020) && change.firstAfter == .year(2020))
    #expect(change.overlap.first?.before == 49)
    #expect(throws: NotComparable.self) {
      try history.change(from: .year(2018), to: .year(2022))
    }
    #expect(throws: NotComparable.self) { try history.mean(of: [.year(2018), .year(2022)]) }
    #expect(throws: NotComparable.self) { try history.line(from: .year(2016), to: .year(2022)) }
  }

  @Test("says what is missing")
  func missing() {
    #expect(throws: NotComparable.noValue(.year(2019))) {
      try history.change(from: .year(2019), to: .year(2018))
    }
    #expect(throws: NotComparable.noValues) { try history.mean(of: []) }
    #expect(IndicatorHistory(segments: []).current == nil)
  }

  @Test("the interval of a change counts both ends")
  func change() throws {
    let change = try history.change(from: .year(2016), to: .year(2018))
    guard case .sampled(let error, let lower, let upper, let isCertain) = change.certainty else {
      Issue.record("no sampling error")
      return
    }
    #expect((error - 2.0.squareRoot()).magnitude < 1e-12)
    #expect((upper - lower - 2 * 1.959963984540054 * error).magnitude < 1e-12)
    #expect(!isCertain)
    let none = IndicatorPoint(StatedValue(year: 2016, value: 3), counted: false)
    let counted = IndicatorPoint(StatedValue(year: 2016, value: 3), counted: true)
    #expect(IndicatorChange(from: none, to: counted).certainty == .untold)
    #expect(IndicatorChange(from: counted, to: counted).certainty == .exact)
  }

  @Test("a proportion's grain is one respondent")
  func grain() {
    let stated = StatedValue(period: .year(2020), value: 0.5, standardError: 0.02, base: 400)
    #expect(IndicatorPoint(stated, counted: false, proportion: true).grain == 0.0025)
    #expect(IndicatorPoint(stated, counted: false).grain == 0)
  }
}
