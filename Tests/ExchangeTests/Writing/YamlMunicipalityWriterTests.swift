import Foundation
import SafetyModel
import Testing
import Workflows

@testable import Exchange

@Suite("A municipality's file in its canonical form")
struct YamlMunicipalityWriterTests {
  /// Everything that a file can say, with texts that YAML could misread.
  private static let full = Goal(
    text: LocalisedText(sv: "Trygg: \"ja\" # alla", en: "Safe – 'yes', no\u{2028}more"),
    decision: LocalisedText(sv: "Fullmäktige 2021", en: "The council, 2021"),
    indicators: [
      Indicator(
        code: "a", name: LocalisedText(["sv": "no", "ar": "السلامة", "en": "null"]),
        question: LocalisedText(sv: "- hur?", en: "{how}?"), direction: .towards(0),
        threshold: 0.015, responsible: LocalisedText(sv: "&x *y", en: "!tag"),
        rhythm: .halfYearly, requiredBreakdowns: [.sex, .area],
        baseline: IndicatorBaseline(period: .halfYear(2021, half: 1), value: -0.25),
        targets: [
          IndicatorTarget(
            value: 0.1, deadline: .year(2026), isInterim: true, definition: "new"),
          IndicatorTarget(value: 0, deadline: .month(2028, month: 6)),
        ],
        forResidents: LocalisedText(["sv": String(repeating: "lång ", count: 40) + "x"]),
        forExperts: LocalisedText(sv: "1e5", en: "0x1F"),
        definitions: [
          IndicatorDefinition(
            code: "old", text: LocalisedText(sv: "~", en: "true"), from: .year(2005),
            until: .year(2020),
            source: .external(
              ExternalSeries(
                series: "scb-nri", publisher: LocalisedText(sv: "SCB", en: "SCB"),
                address: "https://example.org/a?b=c&d=%20#e")),
            unit: .named(LocalisedText(sv: "poäng", en: "points")), decimals: 2,
            values: [
              StatedValue(year: 2019, value: 0.1 + 0.2),
              StatedValue(period: .years(first: 2019, last: 2020), value: -3, standardError: 0.5),
              StatedValue(period: .year(2020), value: 1e-9, base: 12),
            ],
            ending: DefinitionEnding(
              reason: .boundariesChanged, note: LocalisedText(sv: "ny: \\", en: "new"),
              successor: "new",
              overlap: [OverlapValue(period: .year(2020), before: 1, after: 0.5)])),
          IndicatorDefinition(
            code: "new", text: LocalisedText(sv: "ny", en: "new"), from: .year(2021),
            source: .register(ExternalSeries(publisher: LocalisedText(sv: "P", en: "P"))),
            unit: .plain),
        ],
        parts: [
          Indicator(
            code: "b", name: LocalisedText(sv: "del", en: "part"),
            question: LocalisedText(sv: "?", en: "?"), direction: .neutral,
            definitions: [
              IndicatorDefinition(
                code: "d", text: LocalisedText(sv: "x", en: "x"),
                source: .survey(series: "s", subject: "q1"), unit: .proportion)
            ],
            parts: [
              Indicator(
                code: "c", name: LocalisedText(sv: "delens del", en: "part of the part"),
                question: LocalisedText(sv: "?", en: "?"), direction: .higherIsBetter,
                definitions: [
                  IndicatorDefinition(
                    code: "d", text: LocalisedText(sv: "x", en: "x"),
                    source: .survey(series: "s", subject: "q2"), unit: .proportion)
                ])
            ])
        ])
    ],
    actions: [
      Action(
        title: LocalisedText(sv: "å: b", en: "c"), finding: LocalisedText(sv: "f", en: "f"),
        responsible: LocalisedText(sv: "r", en: "r"), effect: .consequences, area: "0010",
        indicators: ["c", "a"], levers: [.overcrowding, .unemployment],
        dueYear: 2027, progress: 0.35),
      Action(
        title: LocalisedText(sv: "x", en: "y"), finding: LocalisedText(sv: "f", en: "f"),
        responsible: LocalisedText(sv: "r", en: "r"), effect: .preconditions, area: nil,
        dueYear: 2026, progress: 1),
    ])

  private func read(_ text: String) throws -> (municipality: Municipality, goal: Goal?) {
    try YamlMunicipalityFile().readMunicipality(bytes: Array(text.utf8), file: "goals.yaml")
  }

  @Test("is read back as it was")
  func roundTrip() throws {
    let municipality = Municipality(
      code: "0123", name: LocalisedText(sv: "Å", en: "A"), isExample: true,
      contact: Contact(email: "trygg+het@a.example", telephone: "+46 44-1: 'x'"))
    let text = YamlMunicipalityWriter().write(municipality, goal: Self.full)
    let (readMunicipality, readGoal) = try read(text)
    #expect(readMunicipality == municipality)
    #expect(readGoal == Self.full)
    #expect(YamlMunicipalityWriter().write(readMunicipality, goal: readGoal) == text)
  }

  @Test("is a fixed point: a file in canonical form comes back byte for byte")
  func fixedPoint() throws {
    let (municipality, goal) = try read(try Handbook.example("municipality"))
    let canonical = YamlMunicipalityWriter().write(municipality, goal: goal)
    let again = try read(canonical)
    #expect(
      Array(YamlMunicipalityWriter().write(again.municipality, goal: again.goal).utf8)
        == Array(canonical.utf8))
  }

  @Test("without goal, indicators or actions leaves them out")
  func empty() throws {
    let municipality = Municipality(
      code: "1290", name: LocalisedText(["sv": "K"]), isExample: false)
    for goal in [nil, Goal(text: LocalisedText(["sv": "m"]), indicators: [], actions: [])] {
      let text = YamlMunicipalityWriter().write(municipality, goal: goal)
      #expect(try read(text).goal == goal)
    }
  }
}
