import Foundation
import SafetyModel
import Testing
import Workflows

@testable import Exchange

@Suite("Kristianstad's goal")
struct KristianstadGoalTests {
  private func read() throws -> MunicipalityFile {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../../Examples/kristianstad/municipality.yaml")
      .standardizedFileURL.path
    return try YamlMunicipalityFile().readMunicipality(path)
  }

  @Test("has three indicators, in Swedish and English")
  func indicators() throws {
    let file = try read()
    let goal = try #require(file.goal)
    #expect(file.municipality.code == "1290")
    #expect(!file.municipality.isExample)
    #expect(
      goal.indicators.map(\.code) == ["police-survey", "vulnerable-areas", "citizens-survey"])
    let texts =
      [goal.text] + goal.allIndicators.flatMap { [$0.name, $0.question] }
      + goal.allIndicators.flatMap { [$0.forResidents, $0.forExperts].compactMap(\.self) }
      + goal.allIndicators.flatMap(\.definitions).map(\.text)
    for text in texts { #expect(Set(text.values.keys) == ["sv", "en"], "\(text)") }
  }

  @Test("did not reach no vulnerable areas by 2024: one is left")
  func vulnerableAreas() throws {
    let file = try read()
    let goal = try #require(file.goal)
    let reports = EvaluateGoal(
      values: PublishedValues(municipality: file.municipality, waves: [:], observations: [:])
    )(goal)
    let areas = try #require(reports.first { $0.indicator.code == "vulnerable-areas" })
    #expect(
      areas.status
        == .targetNotReached(IndicatorTarget(value: 0, year: 2024), reachedLater: nil))
    #expect(areas.history.newest?.value == 1)
    #expect(areas.baseline?.point.value == 2)
    // One printed value tells no development, and none at all tells nothing.
    #expect(reports.first?.status == .tooFewPoints(1))
    #expect(reports.last?.status == .tooFewPoints(0))
  }

  @Test("never compares the index with the questions that replaced it")
  func citizensSurvey() throws {
    var goal = try #require(try read().goal)
    goal.indicators[2].definitions[0].values = [StatedValue(year: 2019, value: 50)]
    goal.indicators[2].definitions[1].values = [StatedValue(year: 2021, value: 0.5)]
    let report = EvaluateGoal(
      values: PublishedValues(
        municipality: try read().municipality, waves: [:], observations: [:])
    ).report(goal.indicators[2])
    guard
      case .notComparable(.measuredDifferently(let breaks)) = report.history.comparability(
        .year(2019), .year(2021))
    else {
      Issue.record("compared")
      return
    }
    #expect(breaks.map(\.reason) == [.sourceReplaced])
    #expect(report.status.kind == .notComparable)
    #expect(throws: NotComparable.self) {
      try report.history.mean(of: [.year(2019), .year(2021)])
    }
    #expect(throws: NotComparable.self) {
      try report.history.line(from: .year(2019), to: .year(2021))
    }
    #expect(throws: NotComparable.self) {
      try report.history.change(from: .year(2019), to: .year(2021))
    }
  }
}
