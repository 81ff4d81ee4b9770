import SafetyModel
import Testing

@testable import Workflows

@Suite struct DerivedColumnsTests {
  private func values(_ rule: DerivedVariable.Rule, _ columns: (String, String)...) -> [String]? {
    var survey = SourceSurvey(columns.map { (name: $0.0, values: $0.1) })
    survey.study.derived = [DerivedVariable(name: "new", rule: rule)]
    let found = AnswerColumns(study: survey.study, table: survey.input.table).column("new")
    return found.map { column in column.codes.map { column.distinct[Int($0)] } }
  }

  @Test func recodeLeavesOutWhatIsNotListed() {
    let lines = [
      RecodedValue(from: ["1", "2"], to: "low"), RecodedValue(from: ["3"], to: "high"),
    ]
    #expect(
      values(.recode(column: "q", to: lines), ("q", "1 2.0 3 4 .")) == [
        "low", "low", "high", "", "",
      ])
  }

  @Test func cutIsClosedBelowAndOpenAbove() {
    #expect(
      values(.cut(column: "age", edges: [16, 25, 65]), ("age", "15 16 24.9 25 64 65 . x"))
        == ["", "1", "1", "2", "2", "", "", ""])
  }

  @Test func anyIsMissingWhenAllAre() {
    #expect(
      values(.any(columns: ["a", "b"], values: ["1"]), ("a", "1 0 . 0 ."), ("b", "0 0 1 . ."))
        == ["1", "0", "1", "0", ""])
  }

  @Test func allIsMissingWhenOneIs() {
    #expect(
      values(.all(columns: ["a", "b"], values: ["1"]), ("a", "1 0 . 0 ."), ("b", "1 1 1 . ."))
        == ["1", "0", "", "", ""])
  }

  @Test func aVariableBuildsOnEarlierOnesOnly() {
    var survey = SourceSurvey([(name: "age", values: "20 70")])
    survey.study.derived = [
      DerivedVariable(name: "a", rule: .recode(column: "b", to: [])),
      DerivedVariable(name: "b", rule: .cut(column: "age", edges: [0, 50, 99])),
      DerivedVariable(
        name: "c", rule: .recode(column: "b", to: [RecodedValue(from: ["2"], to: "old")])),
    ]
    let columns = AnswerColumns(study: survey.study, table: survey.input.table)
    #expect(columns.column("a")?.distinct == nil)
    #expect(columns.column("c")?.distinct == ["", "old"])
  }
}
