import NumericKernels
import Testing

@testable import SurveyStatistics

/// Figures of R are in `Golden/variant_stages.json`.
@Suite("Tests by ranks")
struct RankTestTests {
  private static let y = NumericColumn(values: [3, 1, 4, 1, 5, 9, 2, 6])

  private static func groups(_ codes: [UInt16]) throws -> DomainColumn {
    try DomainColumn(codes: codes, domainCount: 3)
  }

  private static func design() throws -> SurveyDesign {
    try SurveyDesign(weights: [1, 2, 1, 3, 1, 2, 1, 1])
  }

  @Test("see nothing but the order of the values", arguments: RankScore.allCases)
  func monotone(score: RankScore) throws {
    let groups = try Self.groups([1, 2, 1, 2, 1, 2, 1, 2])
    let stretched = NumericColumn(values: Self.y.values.map { Elementary.exp($0) })
    let a = try Self.design().rankTest(of: Self.y, across: groups, score: score)
    let b = try Self.design().rankTest(of: stretched, across: groups, score: score)
    #expect(a.statistic == b.statistic && a.p == b.p)
  }

  @Test("give Wilcoxon's mean difference of ranks for equal weights")
  func plain() throws {
    let design = try SurveyDesign(weights: Array(repeating: 1, count: 4))
    let test = try design.rankTest(
      of: NumericColumn(values: [1, 2, 3, 4]), across: Self.groups([1, 1, 2, 2]))
    // Places 0.5, 1.5, 2.5, 3.5 of 4.
    #expect(nearly(test.differences.values[0], (3.0 - 1) / 4))
    // Residuals of the scores are ±⅛: v = 4/3 · Σ (⅛/2)² = 1/48, t² = ¼ · 48.
    #expect(nearly(test.statistic, 12, 1e-12))
  }

  @Test("share their F with the squared t of two groups, and count groups")
  func several() throws {
    let two = try Self.design().rankTest(
      of: Self.y, across: Self.groups([1, 2, 1, 2, 1, 2, 1, 2]))
    let t = two.differences.contrast([1]).t
    #expect(nearly(two.statistic, t * t, 1e-12))
    let three = try Self.design().rankTest(
      of: Self.y, across: Self.groups([1, 2, 3, 2, 1, 3, 1, 2]))
    #expect(three.numeratorDegreesOfFreedom == 2 && three.denominatorDegreesOfFreedom == 5)
    #expect(three.p > 0 && three.p < 1)
  }

  @Test("refuse groups of another length")
  func lengths() throws {
    #expect(throws: EstimationError.self) {
      try Self.design().rankTest(of: Self.y, across: Self.groups([1, 2]))
    }
  }

  @Test("with scores of one's own are the same as with a named score that is equal")
  func own() throws {
    let groups = try Self.groups([1, 2, 1, 2, 1, 2, 1, 2])
    let named = try Self.design().rankTest(of: Self.y, across: groups)
    let own = try Self.design().rankTest(of: Self.y, across: groups) { place, size in
      3 * place / size + 1
    }
    #expect(nearly(own.p, named.p, 1e-10))
    #expect(nearly(own.differences.values[0], 3 * named.differences.values[0], 1e-10))
  }
}
