import SafetyModel
import SurveyStatistics
import Testing
import Texts
import Workflows

@Suite("Problems of planning")
struct PlanningProblemsTests {
  private static let errors: [PlanningError] = [
    .outOfRange(name: "marginOfError", value: 2),
    .notReachable(area: nil, respondentsNeeded: 9, respondentsPossible: 3),
    .notReachable(area: 0, respondentsNeeded: 9, respondentsPossible: 3),
    .noStrata, .countMismatch(column: "areas", expected: 2, actual: 1),
    .totalTooSmall(total: 1, minimum: 4), .totalTooLarge(total: 9, population: 4),
    .stratumTooSmall(stratum: 2, wanted: 5, available: 3), .noSuchStratum(stratum: 7),
  ]

  @Test("have words in every language, with all their numbers filled in", arguments: errors)
  func words(error: PlanningError) throws {
    #expect {
      try Problems.ofPlanning(in: "frame.csv", areaName: { _ in "Näsby" }) {
        () throws(PlanningError) in throw error
      }
    } throws: { thrown in
      guard let problem = (thrown as? Problems)?.list.first, problem.file == "frame.csv" else {
        return false
      }
      return Texts.all.allSatisfy { texts in
        let words = texts("problem.\(problem.key)", problem.arguments)
        return !words.contains("⟦")
      }
    }
  }
}
