import SafetyModel
import SurveyStatistics
import Testing

@testable import Workflows

@Suite("Contrasts of figures")
struct EstimateContrastsTests {
  private let worry = SmallSurvey.codebook.subjects[0]

  private func numbers(
    _ survey: SmallSurvey = .balanced, _ choices: EstimateChoices = EstimateChoices(),
    _ statistic: EstimateNumbers.Statistic = .mean
  ) throws -> EstimateNumbers {
    EstimateNumbers(analysis: try survey.analysis, statistic: statistic, choices: choices)
  }

  private func wave(
    _ numbers: EstimateNumbers? = nil, _ year: Int = 2025
  ) throws -> EstimatedWave {
    EstimatedWave(year: year, numbers: try numbers ?? self.numbers())
  }

  private func table(
    _ texts: String..., of numbers: EstimateNumbers? = nil
  ) throws -> AnalystReport.Table {
    let estimate = EstimateContrasts(of: try wave(numbers))
    return try #require(
      try estimate(try texts.map { try Contrast($0) }, of: [.subject(worry)]).first)
  }

  @Test("of two groups are their difference, with its error, t and p")
  func difference() throws {
    let areas = try numbers()([.subject(worry)], breakdowns: [[SmallSurvey.codebook.dimensions[0]]])
    let known = try #require(areas.first?.differences)
    let found = try table("a - b", "a - c", "b - c").differences
    #expect(found.count == 3)
    for (one, other) in zip(found, known) {
      #expect(abs((one.difference ?? 0) - (other.difference ?? 1)) < 1e-12)
      #expect(abs((one.standardError ?? 0) - (other.standardError ?? 1)) < 1e-12)
      #expect(one.p == other.p && one.pHolm == other.pHolm && one.family == 3)
      #expect(one.degreesOfFreedom == other.degreesOfFreedom)
    }
    #expect(found[0].kind == .contrast && found[0].first == ["a - b"] && found[0].second.isEmpty)
  }

  @Test("of differences in one wave are interactions")
  func interaction() throws {
    let found = try table("a/women - a/men - b/women + men/b").differences[0]
    #expect(abs((found.difference ?? 0) - (34.0 - 10) / 40) < 1e-12)
  }

  @Test("take everyone as a group, and a group that stands twice once")
  func everyone() throws {
    let totals = try numbers(.balanced, EstimateChoices(), .total)
    let found = try table("a + b + c - everyone", "a - a", of: totals).differences
    #expect(found[0].difference == 0 && (found[0].standardError ?? 1) < 1e-6)
    #expect(found[1].difference == 0 && found[1].standardError == 0 && found[1].p == nil)
  }

  @Test("may be about the answers of an item, and about several items")
  func categories() throws {
    let table = try table("worry.yes:a - worry.yes:b", "worry.yes:a + worry.no:a")
    #expect(table.subject == "worry" && table.by.isEmpty)
    #expect(abs((table.differences[0].difference ?? 0) - 0.3) < 1e-12)
    #expect(abs((table.differences[1].difference ?? 0) - 1) < 1e-12)
  }

  @Test("that are several are tested together, as R does with all differences from one group")
  func together() throws {
    let test = try #require(try table("b - a", "c - a").tests.first)
    let equal = try numbers()(
      [.subject(worry)], breakdowns: [[SmallSurvey.codebook.dimensions[0]]], testsMeans: true)
    let known = try #require(equal.first?.tests.first)
    #expect(abs((test.statistic ?? 0) - (known.statistic ?? 1)) < 1e-9)
    #expect(test.degreesOfFreedom == known.degreesOfFreedom)
    #expect(try table("a - b").tests.isEmpty)
    // The third follows from the others.
    #expect(try table("a - b", "b - c", "a - c").tests.first?.p == nil)
  }

  @Test("have their covariance when it is asked for")
  func covariance() throws {
    let plain = try table("a - b", "a - c")
    let with = try table(
      "a - b", "a - c", of: numbers(.balanced, EstimateChoices(covariance: true)))
    let rows = try #require(with.covariance)
    let error = try #require(plain.differences[0].standardError)
    #expect(plain.covariance == nil && rows.count == 2)
    #expect(abs((rows[0][0] ?? 0) - error * error) < 1e-12 && rows[0][1] == rows[1][0])
  }

  @Test("of two waves have the errors of both")
  func waves() throws {
    let changes = try MeasureChanges(
      now: wave(numbers(.confounded)), then: wave(numbers(.balanced), 2023))
    let area = SmallSurvey.codebook.dimensions[0]
    let known = try changes(.subject(worry), by: [area]).differences
    let estimate = EstimateContrasts(of: changes, preferred: [area])
    let found = try estimate(
      [Contrast("a - a@2023"), Contrast("a@2025 - a@2023 - b@2025 + b@2023"), Contrast("a@2023")],
      of: [.subject(worry)])[0].differences
    let change = try #require(known.first { $0.kind == .change })
    let apart = try #require(known.first { $0.kind == .changeDifference })
    for (one, other) in zip(found, [change, apart]) {
      #expect(abs((one.difference ?? 0) - (other.difference ?? 1)) < 1e-12)
      #expect(abs((one.standardError ?? 0) - (other.standardError ?? 1)) < 1e-12)
      #expect(abs((one.degreesOfFreedom ?? 0) - (other.degreesOfFreedom ?? 1)) < 1e-9)
    }
    #expect(abs((found[2].difference ?? 0) - 44.0 / 80) < 1e-12)
  }

  @Test(
    "refuse names that the study does not have, and name those near",
    arguments: [
      ("a - woman", "unknownGroup", "near", "women"),
      ("a/b", "sameDimension", "dimension", "area"),
      ("aera=a - b", "unknownDimension", "near", "area"),
      ("worry.mabye:a", "unknownCategory", "near", "maybe"),
      ("wory:a - wory:b", "unknownSubject", "near", "worry"),
      ("a - a@2023", "unknownWave", "known", "2025"),
    ])
  func refused(text: String, key: String, argument: String, words: String) throws {
    let refused = #expect(throws: Problems.self) { try table(text) }
    #expect(refused?.list.first?.key == "contrast.\(key)")
    #expect(refused?.list.first?.arguments[argument] == words)
  }

  @Test("a group of several dimensions has to be told of which, unless one of them is in use")
  func ambiguous() throws {
    var codebook = SmallSurvey.codebook
    codebook.dimensions[1].values[1].code = "b"
    let analysis = try SurveyAnalysis(codebook: codebook, answers: SmallSurvey.balanced.answers)
    let numbers = EstimateNumbers(analysis: analysis, statistic: .mean)
    func figure(_ text: String, _ preferred: [PublishedDimension] = []) throws -> Double? {
      try EstimateContrasts(of: wave(numbers), preferred: preferred)(
        [Contrast(text)], of: [.subject(worry)])[0].differences[0].difference
    }
    let refused = #expect(throws: Problems.self) { try figure("b") }
    #expect(refused?.list.first?.arguments["dimensions"] == "area=b, sex=b")
    #expect(try figure("sex=b") == 0.25 && figure("b", [codebook.dimensions[0]]) == 0.25)
    #expect(try figure("'b'/women", [codebook.dimensions[0]]) == 0.25)
  }

  @Test("with a standard are those of the standardised figures, of one breakdown only")
  func standardised() throws {
    let (area, sex) = (SmallSurvey.codebook.dimensions[0], SmallSurvey.codebook.dimensions[1])
    let standard = Standard(dimensions: [sex])
    let known = try numbers(.confounded)(
      [.subject(worry)], breakdowns: [[area]], standard: standard)[0]
    let estimate = EstimateContrasts(
      of: StandardisedWave(own: try wave(numbers(.confounded)), standard: standard),
      preferred: [area])
    let found = try estimate([Contrast("a - b")], of: [.subject(worry)])[0]
    #expect(found.standardisedBy == ["sex"])
    let (one, other) = (found.differences[0], known.differences[0])
    #expect(abs((one.difference ?? 1) - (other.difference ?? 0)) < 1e-12)
    #expect(abs((one.standardError ?? 1) - (other.standardError ?? 0)) < 1e-12)
    let refused = #expect(throws: Problems.self) {
      try estimate([Contrast("a - everyone")], of: [.subject(worry)])
    }
    #expect(refused?.list.first?.key == "contrast.oneBreakdown")
    #expect(refused?.list.first?.arguments["option"] == "--standardise")
  }

  @Test("of quantiles have the errors that their intervals tell")
  func quantiles() throws {
    var answers = SmallSurvey.balanced.answers
    answers.numericColumns["variable.age"] = (0..<240).map { Double(20 + $0 * 7 % 50) }
    let numbers = EstimateNumbers(
      analysis: try SurveyAnalysis(codebook: SmallSurvey.codebook, answers: answers),
      statistic: .quantile(0.5))
    let age = EstimateNumbers.Number.variable("age")
    let table = try #require(
      numbers([age], breakdowns: [[SmallSurvey.codebook.dimensions[0]]]).first)
    let found = try EstimateContrasts(of: wave(numbers))(
      [Contrast("a"), Contrast("a - b"), Contrast("age:a - a")], of: [age])[0].differences
    #expect(found[0].difference == table.estimates[0].value)
    #expect(
      abs((found[0].standardError ?? 0) - (table.estimates[0].standardError ?? 1)) < 1e-9)
    #expect(found[1].difference == table.differences[0].difference)
    #expect(found[1].standardError == table.differences[0].standardError)
    #expect(found[1].p == table.differences[0].p && found[1].p != nil)
    #expect(found[2].difference == 0 && found[2].standardError == 0)
  }
}
