import SafetyModel
import SurveyStatistics
import Testing
import Workflows

@Suite("Strata of a frame")
struct FrameStrataTests {
  static func table(_ columns: [(name: String, values: String)]) -> SourceTable {
    SourceSurvey(columns).input.table
  }

  private let persons = table([
    ("area", "N S N S N S"), ("sex", "K K M M K K"), ("odds", "0.5 0.2 0.4 0.3 0.5 0.4"),
  ])

  @Test("are the crossed values, in order, with their counts and expectations")
  func crossed() throws {
    let frame = try FrameStrata(
      persons, columns: .init(strata: ["area", "sex"], area: "area", response: "odds"))
    #expect(frame.strata.map(\.key) == [["N", "K"], ["N", "M"], ["S", "K"], ["S", "M"]])
    #expect(frame.strata.map(\.planned.populationSize) == [2, 1, 2, 1])
    #expect(frame.stratumOfRow == [0, 2, 1, 3, 0, 2])
    let response = frame.strata[2].planned.expectedResponse
    #expect(abs(response - 0.3) < 1e-12)
    #expect(frame.strata.map(\.area) == ["N", "N", "S", "S"])
  }

  @Test("of a frame in figures count what each row stands for")
  func counts() throws {
    let table = Self.table([("area", "N S N"), ("n", "100 50 20")])
    let frame = try FrameStrata(table, columns: .init(strata: ["area"], count: "n"))
    #expect(frame.strata.map(\.planned.populationSize) == [120, 50])
  }

  private func problem(
    _ table: SourceTable, _ columns: FrameStrata.Columns
  ) -> Problem? {
    do {
      _ = try FrameStrata(table, columns: columns)
      return nil
    } catch let problems as Problems {
      return problems.list.first
    } catch {
      return nil
    }
  }

  @Test("refuse columns that are not there, or not filled in")
  func refusals() {
    let missing = problem(persons, .init(strata: ["town"]))
    #expect(missing?.key == "plan.noSuchColumn")
    #expect(missing?.arguments["known"] == "area, odds, sex")
    let empty = problem(Self.table([("area", "N . S")]), .init(strata: ["area"]))
    #expect(empty?.key == "plan.emptyValue" && empty?.rows == [2])
    let half = Self.table([("area", "N S"), ("n", "2 1.5")])
    #expect(problem(half, .init(strata: ["area"], count: "n"))?.rows == [2])
    #expect(problem(half, .init(strata: ["area"], response: "n"))?.key == "plan.notAShare")
    #expect(problem(persons, .init(strata: ["sex"], area: "area"))?.key == "plan.areaIsNoStratum")
  }
}
