import SafetyModel
import SurveyStatistics
import Testing
import Workflows

@Suite("Comparisons with everything else alike")
struct CompareAdjustedTests {
  private func table(
    _ survey: SmallSurvey, adjust: [String], margin: Double? = nil,
    family: RegressionFamily? = nil
  ) throws -> AdjustedReport.Table {
    let analysis = try survey.analysis
    let codebook = analysis.codebook
    return try CompareAdjusted(
      analysis: analysis, confidence: 0.95, adjustment: .holm, equivalenceMargin: margin,
      family: family, withCoefficients: true)(
        .subject(try #require(codebook.subject("worry"))),
        across: try #require(codebook.dimension("area")),
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

  @Test("the coefficients of one factor in a linear model are the gaps between its groups")
  func saturated() throws {
    let table = try table(.balanced, adjust: [], family: .linear)
    let model = try #require(table.model)
    #expect(model.family == "linear" && model.coefficients.map(\.value) == [nil, "b", "c"])
    #expect(model.coefficients.dropFirst().allSatisfy { $0.reference == "a" && $0.ratio == nil })
    let intercept = try #require(model.coefficients[0].coefficient.value)
    #expect(abs(intercept - (table.groups[0].raw.value ?? 0)) < 1e-12)
    for (place, pair) in table.differences.prefix(2).enumerated() {
      let found = model.coefficients[place + 1].coefficient
      #expect(abs((found.value ?? 0) + (pair.raw.value ?? 1)) < 1e-12)
      #expect(abs((found.standardError ?? 0) - (pair.raw.standardError ?? 1)) < 1e-9)
    }
  }

  @Test("in a logistic model they are logarithms of odds ratios")
  func odds() throws {
    let model = try #require(try table(.balanced, adjust: []).model)
    // 44 of 80 in a and 20 of 80 in b say yes.
    let ratio = try #require(model.coefficients[1].ratio)
    #expect(abs((ratio.value ?? 0) - (20.0 / 60) / (44.0 / 36)) < 1e-7)
    let (lower, upper) = (try #require(ratio.lower), try #require(ratio.upper))
    #expect(lower < 1 && upper < 1 && model.coefficients[0].ratio == nil)
  }

  @Test("a term of one coefficient is tested as the coefficient is, and each term by itself")
  func terms() throws {
    let model = try #require(try table(.confounded, adjust: ["sex"]).model)
    #expect(model.terms.map(\.term) == ["sex", "area"])
    let men = try #require(model.coefficients.first { $0.value == "men" })
    let (t, p) = (try #require(men.t), try #require(men.p))
    #expect(abs((model.terms[0].statistic ?? 0) / (t * t) - 1) < 1e-9)
    #expect(abs((model.terms[0].p ?? 0) - p) < 1e-9)
    #expect(model.terms[1].degreesOfFreedom.first == 2 && (model.terms[1].p ?? 0) > 0.99)
  }

  @Test("a number that the model cannot explain is refused by name")
  func wrongModel() throws {
    var answers = SmallSurvey.balanced.answers
    answers.numericColumns["variable.age"] = (0..<answers.rowCount).map { Double(20 + $0 % 50) }
    let analysis = try SurveyAnalysis(codebook: SmallSurvey.codebook, answers: answers)
    let area = try #require(analysis.codebook.dimension("area"))
    let refused = #expect(throws: Problems.self) {
      try CompareAdjusted(analysis: analysis, confidence: 0.95, family: .logistic)(
        .variable("age"), across: area, adjustingFor: [])
    }
    #expect(refused?.list.first?.key == "compare.wrongModel")
    #expect(refused?.list.first?.arguments["subject"] == "age")
    let plain = try CompareAdjusted(analysis: analysis, confidence: 0.95)(
      .variable("age"), across: area, adjustingFor: [])
    #expect(plain.measure == "mean" && plain.model == nil)
  }
}
