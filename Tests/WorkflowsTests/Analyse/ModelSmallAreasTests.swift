import SafetyModel
import SurveyStatistics
import Testing

@testable import Workflows

@Suite("Small groups by a model")
struct ModelSmallAreasTests {
  /// Twelve districts with 20 to 53 answers, and shares from 0.15 to 0.7.
  private static func survey() throws -> (analysis: SurveyAnalysis, by: PublishedDimension) {
    let text = LocalisedText(sv: "d", en: "d")
    let codes = (1...12).map { "d\($0)" }
    let district = PublishedDimension(
      code: "district", role: .other, label: text,
      values: codes.map { LabelledCode(code: $0, label: text) })
    var codebook = SmallSurvey.codebook
    codebook.dimensions.append(district)
    var (survey, districts) = (SmallSurvey(), [UInt8]())
    for place in 1...12 {
      let count = 17 + 3 * place
      let yes = Int(Double(count) * (0.1 + 0.05 * Double(place)) + 0.5)
      survey.add(area: 1, sex: 1, answer: 1, times: yes)
      survey.add(area: 1, sex: 1, answer: 3, times: count - yes)
      districts += Array(repeating: UInt8(place), count: count)
    }
    var answers = survey.answers
    answers.codedColumns["dimension.district"] = StoredCodes(categories: codes, codes: districts)
    return (try SurveyAnalysis(codebook: codebook, answers: answers), district)
  }

  private func table(
    isBenchmarked: Bool = true, covariates: SourceTable? = nil
  ) throws -> AnalystReport.Table {
    let (analysis, district) = try Self.survey()
    return try ModelSmallAreas(
      wave(analysis), isBenchmarked: isBenchmarked, covariates: covariates)(
        .subject(analysis.codebook.subjects[0]), by: [district])
  }

  private func wave(_ analysis: SurveyAnalysis) -> EstimatedWave {
    EstimatedWave(year: 2025, numbers: EstimateNumbers(analysis: analysis, statistic: .mean))
  }

  private func covariates(_ numbers: [String]) -> SourceTable {
    let names = (1...12).map { "d\($0)" }.joined(separator: " ")
    return SourceSurvey([
      ("district", names), ("income", numbers.joined(separator: " ")),
    ]).input.table
  }

  @Test("lie between the direct figure and what the others say, labelled as what they are")
  func shrunken() throws {
    let table = try table(isBenchmarked: false)
    #expect(table.model?.kind == .areaModel && table.model?.isBenchmarked == false)
    #expect(table.estimates.count == 24)
    let direct = table.estimates.filter { $0.statistic == "direct" }
    let model = table.estimates.filter { $0.statistic == "model-based" }
    #expect(direct.allSatisfy { $0.directWeight == nil })
    for (own, figure) in zip(direct, model) {
      let weight = try #require(figure.directWeight)
      let (y, value) = (try #require(own.value), try #require(figure.value))
      #expect(weight > 0 && weight < 1 && own.domain == figure.domain)
      // θ = γ·y + (1 − γ)·β: what all have in common is the same number from every group.
      let common = (value - weight * y) / (1 - weight)
      let first =
        (try #require(model[0].value)) - (model[0].directWeight ?? 0) * (direct[0].value ?? 0)
      #expect(abs(common - first / (1 - (model[0].directWeight ?? 0))) < 1e-9)
      #expect((figure.standardError ?? 1) < (own.standardError ?? 0))
    }
  }

  @Test("agree with the direct figure of everyone when they are benchmarked")
  func benchmarked() throws {
    let (analysis, _) = try Self.survey()
    let model = try table().estimates.filter { $0.statistic == "model-based" }
    let sizes = model.map { Double($0.base) }
    let sum = zip(model, sizes).reduce(0) { $0 + ($1.0.value ?? 0) * $1.1 } / sizes.reduce(0, +)
    let everyone = try EstimateStudy(analysis: analysis)(
      subjects: analysis.codebook.subjects, breakdowns: [[]])[0].estimates[0].value
    #expect(abs(sum - (everyone ?? 0)) < 1e-12)
  }

  @Test("lean on what is known of the groups, which leaves less between them")
  func explained() throws {
    let table = try table(covariates: covariates((1...12).map { "\(100 * $0)" }))
    #expect(table.model?.explainedBy == ["income"])
    let plain = try self.table().model?.varianceBetweenGroups
    #expect((table.model?.varianceBetweenGroups ?? 1) < (plain ?? 0) / 2)
  }

  @Test("are refused by name: too few groups, no variance, a column that explains nothing")
  func refused() throws {
    let analysis = try SmallSurvey.balanced.analysis
    let few = #expect(throws: Problems.self) {
      try ModelSmallAreas(wave(analysis))(
        .subject(analysis.codebook.subjects[0]),
        by: [try #require(analysis.codebook.dimension("area"))])
    }
    #expect(few?.list.first?.key == "areas.tooFew")
    let same = #expect(throws: Problems.self) {
      try table(covariates: covariates(Array(repeating: "7", count: 12)))
    }
    #expect(same?.list.first?.arguments["column"] == "income")
    var (certain, district) = try Self.survey()
    var answers = certain.answers
    for row in 0..<20 { answers.codedColumns["item.worry"]?.codes[row] = 3 }
    certain = try SurveyAnalysis(codebook: certain.codebook, answers: answers)
    let sure = #expect(throws: Problems.self) {
      try ModelSmallAreas(wave(certain))(
        .subject(certain.codebook.subjects[0]), by: [district])
    }
    #expect(sure?.list.first?.key == "areas.noVariance")
    #expect(sure?.list.first?.arguments["group"] == "d1")
    district.values.removeAll()
  }

  @Test("are compared by contrasts, with the error that a model leaves")
  func contrasts() throws {
    let (analysis, district) = try Self.survey()
    let model = ModelSmallAreas(wave(analysis))
    let estimate = EstimateContrasts(of: model, preferred: [district])
    let subject = EstimateNumbers.Number.subject(analysis.codebook.subjects[0])
    let known = try table().estimates.filter { $0.statistic == "model-based" }
    let found = try estimate([Contrast("d3"), Contrast("d12 - d1")], of: [subject])[0]
    #expect(found.model?.kind == .areaModel && found.differences[0].statistic == "model-based")
    #expect(abs((found.differences[0].difference ?? 0) - (known[2].value ?? 1)) < 1e-12)
    #expect(abs((found.differences[0].standardError ?? 0) - (known[2].standardError ?? 1)) < 1e-12)
    let gap = try #require(found.differences[1].difference)
    #expect(abs(gap - ((known[11].value ?? 0) - (known[0].value ?? 0))) < 1e-12)
    let errors = [known[11], known[0]].compactMap(\.standardError)
    let apart = (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot()
    let error = try #require(found.differences[1].standardError)
    #expect(error < apart && error > 0.8 * apart)
    let refused = #expect(throws: Problems.self) {
      try estimate([Contrast("d1 - everyone")], of: [subject])
    }
    #expect(refused?.list.first?.key == "contrast.oneBreakdown")
    #expect(refused?.list.first?.arguments["option"] == "--small-areas")
  }

  @Test("say what is wrong with a table of what explains")
  func table() throws {
    let (_, district) = try Self.survey()
    func keys(_ columns: [(name: String, values: String)]) -> [String] {
      let error = #expect(throws: Problems.self) {
        try AreaCovariates(SourceSurvey(columns).input.table, by: [district])
      }
      return error?.list.map(\.key) ?? []
    }
    #expect(keys([("income", "1 2")]) == ["areas.noColumn"])
    #expect(keys([("district", "d1 d2")]) == ["areas.nothingExplains"])
    #expect(
      keys([("district", "d1 d2"), ("income", "1 many")]) == ["command.variableNotANumber"])
    let missing = #expect(throws: Problems.self) {
      try AreaCovariates(
        SourceSurvey([("district", "d1"), ("income", "1")]).input.table, by: [district]
      ).values(of: ["d2"])
    }
    #expect(missing?.list.first?.key == "areas.groupMissing")
  }
}
