import SafetyModel
import SurveyStatistics
import Testing

@testable import Workflows

@Suite("Classes by cut points")
struct CutPointsTests {
  private func classes(_ text: String) throws -> AnalystReport.Table {
    var codebook = SmallSurvey.codebook
    var answers = SmallSurvey.balanced.answers
    answers.numericColumns["variable.age"] = (0..<answers.rowCount).map { Double($0 % 4) }
    try CutPoints(text).cut(&codebook, &answers)
    let analysis = try SurveyAnalysis(codebook: codebook, answers: answers)
    let age = try #require(codebook.subject("age"))
    return try #require(
      try EstimateStudy(analysis: analysis)(subjects: [age], breakdowns: [[]]).first)
  }

  @Test("hold their lower end and not their upper one; the headline is the last")
  func shares() throws {
    let table = try classes("age=1,3")
    #expect(table.estimates.map(\.statistic) == ["headline", "under-1", "1-under-3", "from-3"])
    #expect(table.estimates.map(\.value) == [0.25, 0.25, 0.5, 0.25])
  }

  @Test("an index keeps its code and its words")
  func index() throws {
    var codebook = SmallSurvey.codebook
    var index = SmallSurvey.subject("trust", yes: [])
    index.kind = .index
    codebook.subjects.append(index)
    var answers = SmallSurvey.balanced.answers
    answers.numericColumns["index.trust"] = (0..<answers.rowCount).map { _ in .nan }
    try CutPoints("trust=2.5").cut(&codebook, &answers)
    let item = try #require(codebook.subject("trust"))
    #expect(codebook.subjects.count == 2 && item.kind == .item && item.label == index.label)
    #expect(item.headlineCategories == ["from-2.5"])
    #expect(answers.codedColumns["item.trust"]?.codes.allSatisfy { $0 == 0 } == true)
  }

  @Test(
    "what is no name with ascending numbers is refused",
    arguments: ["age", "age=", "=2", "age=2,1", "age=2,2", "age=x", "age=1,,2", "age=nan"])
  func form(text: String) {
    let refused = #expect(throws: Problems.self) { try CutPoints(text) }
    #expect(refused?.list.first?.key == "estimate.cutForm")
    #expect(refused?.list.first?.arguments["text"] == text)
  }

  @Test("a name that is no number is refused")
  func unknown() {
    let refused = #expect(throws: Problems.self) { try classes("income=2") }
    #expect(refused?.list.first?.key == "estimate.cutUnknown")
    #expect(refused?.list.first?.arguments["name"] == "income")
  }
}
