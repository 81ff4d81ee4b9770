import SafetyModel
import Testing

@testable import Workflows

@Suite struct DraftStudyTests {
  private func draft(_ columns: [SourceColumn], rowCount: Int, file: String = "svar-2025.csv")
    -> StudyDraft
  {
    let table = SourceTable(file: file, rowCount: rowCount, columns: columns)
    return DraftStudy(
      table: table, file: file, year: 1999, language: .swedish, decimalMark: nil
    ).draft(
      title: LocalisedText(["sv": "T"]), population: LocalisedText(["sv": "P"]),
      topic: LocalisedText(["sv": "F"]))
  }

  private func problems(_ draft: StudyDraft, _ columns: [SourceColumn], rowCount: Int) -> [Problem]
  {
    let input = StudyInput(
      document: StudyDocument(study: draft.study, file: "s.yaml", positions: [:]),
      table: SourceTable(file: "svar-2025.csv", rowCount: rowCount, columns: columns), areas: nil)
    return StudyCheck(input).problems().filter { $0.severity == .error }
  }

  private let columns = [
    SourceSurvey.texts("Löpnr", "1 2 3 4 5 6"), SourceSurvey.texts("kalvikt", ". 2.5 1 2 1.25 1.5"),
    SourceSurvey.texts("stratum", "a a a b b c"), SourceSurvey.texts("Kön", "1 2 1 2 1 9"),
    SourceSurvey.texts("stadsdel", "X Y X Y X Y"),
    SourceSurvey.texts(
      "fråga 1", "1 2 3 8 9 1",
      labels: [
        SourceValueLabel(value: "1", label: "Ja"), SourceValueLabel(value: "2", label: "Nej"),
        SourceValueLabel(value: "3", label: "Ja"), SourceValueLabel(value: "8", label: "Vet ej"),
        SourceValueLabel(value: "9", label: "Ej svar", isMissing: true),
      ], label: "Har du utsatts?"),
    SourceSurvey.texts("tom", ". . . . . ."), SourceSurvey.texts("samma", "1 1 1 1 1 1"),
  ]

  @Test func rolesAreGuessedByName() {
    let draft = draft(columns, rowCount: 6)
    let study = draft.study
    #expect(study.wave == 2025 && study.series == "svar" && study.code == "svar-2025")
    #expect(study.data.idColumn == "Löpnr")
    #expect(study.design.strataColumns == ["stratum"])
    #expect(study.design.lonelyUnit == .adjust)
    #expect(study.dimensions.map(\.role) == [.area, .sex])
    #expect(study.publish.breakdowns == [["area"], ["sex"], ["area", "sex"]])
  }

  @Test func answersAndNoAnswersAreToldApart() throws {
    let item = try #require(draft(columns, rowCount: 6).study.items.first)
    #expect(item.code == "fraga-1" && item.column == "fråga 1")
    #expect(item.missing == ["8", "9"])
    #expect(item.categories.map(\.code) == ["ja", "nej", "ja-2"])
    // Two values share a label, so that only their codes can tell them apart.
    #expect(item.categories.map(\.fileValues) == [["1"], ["2", "Nej"], ["3"]])
  }

  @Test func whatIsLeftOutIsTold() {
    let remarks = draft(columns, rowCount: 6).remarks["items"] ?? []
    let skipped = remarks.filter { $0.key.hasPrefix("skipped.") }
    #expect(skipped.map(\.key) == ["skipped.empty", "skipped.constant"])
  }

  @Test func aDraftPassesTheCheck() {
    let found = problems(draft(columns, rowCount: 6), columns, rowCount: 6)
    #expect(found.isEmpty, "\(found.map(\.key))")
  }

  @Test func ageIsCutIntoTheUsualGroups() throws {
    let rowCount = 140
    let ages = SourceColumn(
      name: "ålder", values: .numbers((0..<rowCount).map { Double(16 + $0 % 70) }))
    let weight = SourceColumn(name: "vikt", values: .numbers((1...rowCount).map(Double.init)))
    let study = draft([ages, weight], rowCount: rowCount).study
    #expect(study.derived.map(\.rule) == [.cut(column: "ålder", edges: [16, 25, 45, 65, 86])])
    let age = try #require(study.dimensions.first)
    #expect(age.values.map(\.code) == ["16-24", "25-44", "45-64", "65-85"])
    #expect(study.design.weightColumn == "vikt")
  }

  @Test func aDecimalCommaIsSeen() {
    let table = { (values: String) in
      SourceTable(file: "a.csv", rowCount: 2, columns: [SourceSurvey.texts("w", values)])
    }
    #expect(DraftStudy.decimalMark(of: table("1,5 2")) == ",")
    #expect(DraftStudy.decimalMark(of: table("1.5 2")) == nil)
    #expect(DraftStudy.decimalMark(of: table("a,b 2,5")) == nil)
  }
}
