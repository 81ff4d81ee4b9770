import SafetyModel
import SurveyStatistics
import Testing
import Workflows

@Suite("The analyst's estimates of numbers")
struct EstimateNumbersTests {
  private let analysis: SurveyAnalysis
  private let worry: PublishedSubject

  init() throws {
    var survey = SmallSurvey.balanced
    for place in survey.rows.indices { survey.rows[place].weight = 1 + Double(place % 3) }
    var answers = survey.answers
    answers.numericColumns["variable.age"] = survey.rows.indices.map { Double(20 + $0 % 50) }
    analysis = try SurveyAnalysis(codebook: SmallSurvey.codebook, answers: answers)
    worry = try #require(SmallSurvey.codebook.subject("worry"))
  }

  private func table(
    _ statistic: EstimateNumbers.Statistic, of number: EstimateNumbers.Number, by codes: [String]
  ) throws -> AnalystReport.Table {
    let tables = try EstimateNumbers(analysis: analysis, statistic: statistic)(
      [number], breakdowns: [codes.compactMap(analysis.codebook.dimension)])
    return try #require(tables.first)
  }

  @Test("the mean of a headline is its share, with the same error and differences")
  func mean() throws {
    let table = try table(.mean, of: .subject(worry), by: ["area"])
    let shares = try EstimateStudy(analysis: analysis)(
      subjects: [worry], breakdowns: [[try #require(analysis.codebook.dimension("area"))]])[0]
    let headlines = shares.estimates.filter { $0.statistic == "headline" }
    for (mean, share) in zip(table.estimates, headlines) {
      #expect(abs((mean.value ?? 0) - (share.value ?? 1)) < 1e-12)
      #expect(abs((mean.standardError ?? 0) - (share.standardError ?? 1)) < 1e-12)
      #expect(mean.base == share.base)
    }
    let differences = shares.differences.filter { $0.statistic == "headline" }
    for (a, b) in zip(table.differences, differences) {
      #expect(abs((a.standardError ?? 0) - (b.standardError ?? 1)) < 1e-12)
      #expect(abs((a.pHolm ?? 0) - (b.pHolm ?? 1)) < 1e-9)
    }
  }

  @Test(
    "shares have the interval of shares, also where none or all say yes",
    arguments: [IntervalMethod.logit, .beta, .wilson, .likelihood, .asin])
  func shares(method: IntervalMethod) throws {
    var answers = analysis.answers
    // Nobody in area b and everyone in area c.
    let areas = try #require(answers.codedColumns["dimension.area"]?.codes)
    let codes = try #require(answers.codedColumns["item.worry"]?.codes)
    answers.codedColumns["item.worry"]?.codes = zip(areas, codes).map { area, code in
      area == 2 ? 3 : area == 3 ? 1 : code
    }
    let analysis = try SurveyAnalysis(codebook: SmallSurvey.codebook, answers: answers)
    let area = try #require(analysis.codebook.dimension("area"))
    let choices = EstimateChoices(interval: method)
    let known = try EstimateStudy(analysis: analysis, choices: choices)(
      subjects: [worry], breakdowns: [[area]])[0].estimates.filter { $0.statistic == "headline" }
    let found = try EstimateNumbers(
      analysis: analysis, statistic: .mean, choices: choices, interval: method)(
        [.subject(worry)], breakdowns: [[area]])[0].estimates
    #expect(found.map(\.value).suffix(2) == [0, 1])
    for (one, other) in zip(found, known) {
      #expect(abs((one.lower ?? 2) - (other.lower ?? 3)) < 1e-9)
      #expect(abs((one.upper ?? 2) - (other.upper ?? 3)) < 1e-9)
    }
  }

  @Test("totals of the groups add up to that of everyone")
  func total() throws {
    let areas = try table(.total, of: .subject(worry), by: ["area"]).estimates
    let everyone = try table(.total, of: .subject(worry), by: []).estimates[0]
    let sum = areas.compactMap(\.value).reduce(0, +)
    #expect(abs(sum - (everyone.value ?? 0)) < 1e-9)
  }

  @Test("the ratio of a number to itself is 1, without error")
  func ratio() throws {
    let table = try table(.ratio(to: .variable("age")), of: .variable("age"), by: ["sex"])
    #expect(table.estimates.allSatisfy { abs(($0.value ?? 0) - 1) < 1e-12 })
    #expect(table.estimates.allSatisfy { ($0.standardError ?? 1) < 1e-12 })
  }

  @Test("a median lies within its interval, and is compared as other figures are")
  func median() throws {
    let table = try table(.quantile(0.5), of: .variable("age"), by: ["sex"])
    for figure in table.estimates {
      let value = try #require(figure.value)
      #expect((figure.lower ?? .infinity) <= value && value <= (figure.upper ?? 0))
      #expect(figure.base == 120)
    }
    let difference = try #require(table.differences.first)
    let errors = table.estimates.compactMap(\.standardError)
    // Women and men are two samples of unequal people here, of one drawing without strata.
    #expect(table.family == 1 && difference.p != nil)
    let apart = (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot()
    #expect(abs((difference.standardError ?? 0) / apart - 1) < 0.02)
  }

  @Test("a number that was not coded is an error")
  func missing() {
    #expect {
      try table(.mean, of: .variable("income"), by: [])
    } throws: { error in
      (error as? MissingColumn)?.column == "variable.income"
    }
  }
}
