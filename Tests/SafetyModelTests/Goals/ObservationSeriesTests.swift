import Testing

@testable import SafetyModel

@Suite("What charts draw of values from outside")
struct ObservationSeriesTests {
  private let words = LocalisedText(sv: "x", en: "x")

  private func definition(
    _ code: String, _ values: [(Int, Double)], unit: IndicatorUnit = .plain, ends: Bool = false,
    isRegister: Bool = false
  ) -> IndicatorDefinition {
    let external = ExternalSeries(publisher: LocalisedText(sv: code, en: code))
    return IndicatorDefinition(
      code: code, text: words, source: isRegister ? .register(external) : .external(external),
      unit: unit, decimals: 1, values: values.map { StatedValue(year: $0.0, value: $0.1) },
      ending: ends ? DefinitionEnding(reason: .methodChanged, note: words) : nil)
  }

  private func series(_ definitions: IndicatorDefinition...) -> ObservationSeries? {
    ObservationSeries(
      IndicatorHistory(
        stated: Indicator(
          code: "a", name: words, question: words, direction: .neutral, definitions: definitions)))
  }

  @Test("are all values in today's unit, with the year in which a new way began")
  func breaks() throws {
    let drawn = try #require(
      series(
        definition("old", [(2018, 7), (2019, 8)], ends: true),
        definition("new", [(2021, 3), (2022, 4)])))
    #expect(drawn.observations.map(\.value) == [7, 8, 3, 4])
    #expect(drawn.breaks.map(\.year) == [2021])
    #expect(drawn.kind == .published)
    #expect(drawn.source.text(in: .english) == "new")
    #expect(drawn.unit == nil)
  }

  @Test("leave out what was in another unit, but tell the break")
  func units() throws {
    let drawn = try #require(
      series(
        definition("old", [(2018, 700)], ends: true),
        definition("new", [(2021, 0.125)], unit: .proportion)))
    #expect(drawn.observations.map(\.value) == [12.5])
    #expect(drawn.breaks.map(\.year) == [2021])
    #expect(drawn.unit?.text(in: .english) == "%")
  }

  @Test("are counts when a register counts, and nothing when the survey is one's own")
  func kinds() throws {
    #expect(series(definition("r", [(2020, 2)], isRegister: true))?.kind == .count)
    var own = definition("s", [])
    own.source = .survey(series: "s", subject: "t")
    #expect(series(own) == nil)
    #expect(ObservationSeries(IndicatorHistory(segments: [])) == nil)
  }

  @Test("put the target on the same axis")
  func target() {
    func target(_ definition: IndicatorDefinition) -> Double? {
      Indicator(
        code: "a", name: words, question: words, direction: .neutral,
        targets: [IndicatorTarget(value: 0.2, year: 2030)], definitions: [definition]
      ).drawnTarget?.value
    }
    #expect(target(definition("p", [], unit: .proportion)) == 20)
    #expect(target(definition("n", [])) == 0.2)
    var own = definition("s", [], unit: .proportion)
    own.source = .survey(series: "s", subject: "t")
    #expect(target(own) == 0.2)
  }
}
