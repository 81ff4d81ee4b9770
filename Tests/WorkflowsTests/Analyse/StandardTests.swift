import SafetyModel
import SurveyStatistics
import Testing

@testable import Workflows

@Suite("The same composition in every group")
struct StandardTests {
  private let analysis: SurveyAnalysis
  private let area: PublishedDimension
  private let sex: PublishedDimension

  init() throws {
    analysis = try SmallSurvey.confounded.analysis
    area = try #require(analysis.codebook.dimension("area"))
    sex = try #require(analysis.codebook.dimension("sex"))
  }

  private func shares(_ standard: Standard?) throws -> [Double] {
    let table = try EstimateStudy(analysis: analysis)(
      subjects: analysis.codebook.subjects, breakdowns: [[area]], standard: standard)[0]
    #expect(table.standardisedBy == (standard?.dimensions.map(\.code) ?? []))
    return table.estimates.filter { $0.statistic == "headline" }.compactMap(\.value)
  }

  @Test("takes away a difference that is one of composition only")
  func composition() throws {
    #expect(zip(try shares(nil), [0.4, 0.2, 0.3]).allSatisfy { abs($0 - $1) < 1e-12 })
    // Half women, half men in all: 0.5 · 0.5 + 0.5 · 0.1.
    let standardised = try shares(Standard(dimensions: [sex]))
    #expect(standardised.count == 3 && standardised.allSatisfy { abs($0 - 0.3) < 1e-12 })
  }

  @Test("takes the sizes that it is given, in any unit")
  func sizes() throws {
    let standard = try Standard(
      dimensions: [sex], sizes: [(key: "men", size: 30), (key: "women", size: 10)])
    #expect(try shares(standard).allSatisfy { abs($0 - (0.25 * 0.5 + 0.75 * 0.1)) < 1e-12 })
  }

  @Test("goes for means of numbers too, with the same figures and errors")
  func numbers() throws {
    let worry = try #require(analysis.codebook.subject("worry"))
    let standard = Standard(dimensions: [sex])
    let shares = try EstimateStudy(analysis: analysis)(
      subjects: [worry], breakdowns: [[area]], standard: standard)[0].estimates
      .filter { $0.statistic == "headline" }
    let means = try EstimateNumbers(analysis: analysis, statistic: .mean)(
      [.subject(worry)], breakdowns: [[area]], standard: standard)[0].estimates
    for (share, mean) in zip(shares, means) {
      #expect(abs((share.value ?? 0) - (mean.value ?? 1)) < 1e-12)
      #expect(abs((share.standardError ?? 0) - (mean.standardError ?? 1)) < 1e-12)
    }
  }

  @Test("a standard with a code too many or too few is refused by name")
  func codes() throws {
    func key(_ sizes: [(key: String, size: Double)]) -> String? {
      let error = #expect(throws: Problems.self) {
        try Standard(dimensions: [sex], sizes: sizes)
      }
      return error?.list.first?.key
    }
    #expect(key([("women", 1)]) == "estimate.standardMissing")
    #expect(key([("women", 1), ("men", 1), ("x", 1)]) == "estimate.standardUnknown")
    #expect(key([("women", 1), ("men", -1)]) == "estimate.standardUnknown")
  }

  @Test("a group that lacks a part of the standard is named")
  func empty() throws {
    var survey = SmallSurvey.confounded
    survey.rows.removeAll { $0.area == 2 && $0.sex == 1 }
    let thin = try survey.analysis
    let error = #expect(throws: Problems.self) {
      try EstimateStudy(analysis: thin)(
        subjects: thin.codebook.subjects, breakdowns: [[area]],
        standard: Standard(dimensions: [sex]))
    }
    #expect(error?.list.first?.arguments["group"] == "b")
    #expect(error?.list.first?.arguments["part"] == "women")
  }
}
