import SafetyModel
import Testing

@testable import Workflows

/// The faults themselves are told case by case where study files are read; here is what they share.
@Suite struct StudyCheckTests {
  @Test func aGoodSurveyHasNoProblems() {
    let survey = SourceSurvey([("w", "1 2 3"), ("q1", "1 2 3")])
    #expect(StudyCheck(survey.input).problems().isEmpty)
  }

  @Test func noAnswerIsToldBeyondTheFirstUnknownValues() {
    let texts = (1...40).map { "secret\($0)" }.joined(separator: " ")
    let weights = (1...40).map(String.init).joined(separator: " ")
    let survey = SourceSurvey([("w", weights), ("q1", texts)])
    let problems = StudyCheck(survey.input).problems()
    let told = problems.filter { $0.arguments.values.contains { $0.contains("secret") } }
    #expect(told.count == 10)
    #expect(problems.contains { $0.key == "check.moreUnlabelled" && $0.arguments["count"] == "30" })
  }

  @Test func idsAreNeverTold() {
    var survey = SourceSurvey([("w", "1 2 3"), ("q1", "1 2 3"), ("id", "marked77 x marked77")])
    survey.study.data.idColumn = "id"
    let problems = StudyCheck(survey.input).problems()
    #expect(problems.map(\.key) == ["check.duplicateIds"])
    #expect(problems[0].rows == [3])
    #expect(!problems[0].arguments.values.contains { $0.contains("marked77") })
  }

  @Test func aHundredThousandGoodRowsGiveNoProblem() {
    let rowCount = 100_000
    var survey = SourceSurvey([("w", "1"), ("q1", "1")])
    survey.rowCount = rowCount
    survey.columns = [
      SourceColumn(name: "w", values: .numbers((0..<rowCount).map { 1 + Double($0 % 977) / 8 }))
    ]
    survey.study.items = (0..<60).map { SourceSurvey.item("item-\($0)", column: "q\($0)") }
    survey.columns += (0..<60).map { item in
      SourceColumn(
        name: "q\(item)", values: .numbers((0..<rowCount).map { Double(1 + ($0 + item) % 3) }))
    }
    survey.study.publish.highlights = []
    let input = survey.input
    #expect(StudyCheck(input).problems().isEmpty)
  }
}
