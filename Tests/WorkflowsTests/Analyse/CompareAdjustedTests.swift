import SafetyModel
import SurveyStatistics
import Testing
import Workflows

@Suite("Comparisons with everything else alike")
struct CompareAdjustedTests {
  private func table(
    _ survey: SmallSurvey, adjust: [String], margin: Double? = nil
  ) throws -> AdjustedReport.Table {
    let analysis = try survey.analysis
    let codebook = analysis.codebook
    return try CompareAdjusted(
      analysis: analysis, confidence: 0.95, adjustment: .holm, equivalenceMargin: margin)(
        try #require(codebook.subject("worry")), across: try #require(codebook.dimension("area")),
        adjustingFor: adjust.compactMap(codebook.dimension))
  }

  @Test("a difference that is one of composition only goes away")
  func confounding() throws {
    let table = try table(.confounded, adjust: ["sex"])
    let first = try #require(table.differences.first)
    #expect(abs((first.raw.value ?? 0) - 0.2) < 1e-12)
    #expect((first.rawP ?? 1) < 0.001)
    // Every area has the same rates, so that the model fits exactly.
    #expect(abs(first.adjusted.value ?? 1) < 1e-9)
    #expect((first.adjustedP ?? 0) > 0.99)
    #expect(table.groups.allSatisfy { abs(($0.adjusted.value ?? 0) - 0.3) < 1e-9 })
  }

  @Test("with nothing to adjust for, both are the same figures")
  func plain() throws {
    let table = try table(.balanced, adjust: [])
    for group in table.groups {
      #expect(abs((group.raw.value ?? 0) - (group.adjusted.value ?? 1)) < 1e-8)
      #expect(
        abs((group.raw.standardError ?? 0) - (group.adjusted.standardError ?? 1)) < 1e-7)
    }
    #expect(table.family == 3 && table.base == 240)
  }

  @Test("a margin adds the test that the difference is too small to matter")
  func equivalence() throws {
    #expect(try table(.confounded, adjust: ["sex"]).differences[0].equivalenceP == nil)
    let wide = try table(.confounded, adjust: ["sex"], margin: 0.3).differences[0]
    let narrow = try table(.confounded, adjust: ["sex"], margin: 0.01).differences[0]
    #expect((wide.equivalenceP ?? 1) < 0.001 && (narrow.equivalenceP ?? 0) > 0.3)
  }

  @Test("a model without a solution is an error that names the item")
  func separation() throws {
    var survey = SmallSurvey.balanced
    survey.rows = survey.rows.map { row in
      (row.area, row.sex, row.area == 2 ? 3 : row.answer, row.weight)
    }
    let error = #expect(throws: CompareAdjusted.NotConverged.self) {
      try table(survey, adjust: ["sex"])
    }
    #expect(error?.subject == "worry")
  }
}
