import Foundation
import SafetyModel
import Testing
import Workflows

@testable import Exchange

@Suite("Indicators in a municipality's file")
struct MunicipalityIndicatorsTests {
  private static let good = """
    municipality: {name: {sv: Ekby}, example: true}
    goal:
      text: {sv: Tryggt}
      indicators:
        a:
          name: {sv: A}
          question: {sv: A?}
          direction: lower-is-better
          matters: 0.02
          baseline: {period: 2021}
          targets:
            - {value: 0.25, by: 2026, interim: true}
            - {value: 0.2, by: 2028}
          definitions:
            old:
              text: {sv: gammal}
              from: 2010
              external: {publisher: {sv: P}}
              unit: proportion
              values: {2019: 0.5, 2020: {value: 0.4, error: 0.01}}
              ended: {because: source-replaced, note: {sv: slut}, successor: new}
            new:
              text: {sv: ny}
              from: 2021
              external: {publisher: {sv: P}, series: s}
              unit: proportion
          parts:
            b:
              name: {sv: B}
              question: {sv: B?}
              direction: {towards: 0}
              definitions:
                only: {text: {sv: x}, register: {publisher: {sv: P}}}
      actions:
        - title: {sv: T}
          finding: {sv: F}
          responsible: {sv: R}
          effect: preconditions
          indicators: [b, a]
          levers: [overcrowding, education]
          due: 2026
          progress: 0.5
    """

  private func problems(_ text: String) -> [Problem] {
    do {
      _ = try YamlMunicipalityFile().readMunicipality(bytes: Array(text.utf8), file: "goals.yaml")
      return []
    } catch let problems as Problems {
      return problems.list
    } catch {
      Issue.record("\(error)")
      return []
    }
  }

  @Test("are read")
  func reads() throws {
    let goal = try #require(
      try YamlMunicipalityFile().readMunicipality(
        bytes: Array(Self.good.utf8), file: "goals.yaml"
      ).goal)
    #expect(goal.allIndicators.map(\.code) == ["a", "b"])
    #expect(goal.path(to: "b").map(\.code) == ["a", "b"])
    #expect(goal.indicator("b")?.direction == .towards(0))
    #expect(goal.indicator("a")?.definitions[0].values[1].standardError == 0.01)
    #expect(goal.actions.first?.indicators == ["b", "a"])
    #expect(goal.actions.first?.levers == [.overcrowding, .education])
  }

  /// What is replaced, by what, and which problem is found on which line and column.
  @Test(
    "that are wrong are refused, with line and column",
    arguments: [
      ("by: 2028", "by: 2028-13", "municipality.notAPeriod", 13, 28),
      (
        "example: true}", "example: true, contact: {email: a b}}", "municipality.badEmail", 1, 66
      ),
      ("by: 2026", "by: 2028", "municipality.interimAfterTarget", 11, 7),
      ("period: 2021", "period: soon", "municipality.notAPeriod", 10, 26),
      ("matters: 0.02", "matters: 0", "municipality.notPositive", 9, 16),
      ("direction: lower-is-better", "direction: down", "yaml.unknownChoice", 8, 18),
      (
        "direction: lower-is-better", "direction: neutral", "municipality.targetWithoutDirection",
        11, 7
      ),
      ("{towards: 0}", "{to: 0}", "yaml.unknownKey", 31, 23),
      ("because: source-replaced", "because: boredom", "yaml.unknownChoice", 21, 28),
      ("successor: new", "successor: newer", "municipality.unknownDefinition", 21, 74),
      ("ended: {", "decimals: 1 # {", "municipality.definitionNotEnded", 14, 7),
      ("from: 2021", "from: 2009", "municipality.definitionOrder", 14, 7),
      ("from: 2021", "from: 2021\n          until: 2020", "municipality.endsBeforeStart", 25, 18),
      (
        "unit: proportion\n          values", "unit: percent\n          values",
        "municipality.unknownUnit", 19, 17
      ),
      ("2019: 0.5", "2019: 50", "municipality.notAPart", 20, 26),
      ("2019: 0.5", "2019: 0,5", "municipality.notAPeriod", 20, 28),
      ("2019: 0.5", "19: 0.5", "municipality.notAPeriod", 20, 20),
      ("error: 0.01", "error: -1", "municipality.notPositive", 20, 57),
      ("        b:\n", "        a:\n", "municipality.twice", 4, 3),
      ("interim: true}", "interim: true, definition: c}", "municipality.unknownDefinition", 12, 62),
      ("indicators: [b, a]", "indicators: [b, c]", "municipality.unknownIndicator", 39, 23),
      ("indicators: [b, a]", "indicators: [b, b]", "municipality.aimTwice", 39, 23),
      ("levers: [overcrowding, ", "levers: [weather, ", "yaml.unknownChoice", 40, 16),
      ("[overcrowding, education]", "[education, education]", "municipality.aimTwice", 40, 27),
      ("effect: preconditions", "effect: luck", "yaml.unknownChoice", 38, 15),
      ("external: {publisher: {sv: P}, series: s}", "decimals: 0", "municipality.oneSource", 22, 9),
    ])
  func refused(wrong: (from: String, to: String, key: String, line: Int, column: Int)) throws {
    let text = Self.good.replacing(wrong.from, with: wrong.to, maxReplacements: 1)
    #expect(text != Self.good)
    let found = problems(text)
    let problem = found.first { $0.key == wrong.key }
    #expect(problem != nil, "\(found)")
    #expect(problem?.file == "goals.yaml")
    #expect(problem?.position == SourcePosition(line: wrong.line, column: wrong.column))
  }
}
