import Testing

@testable import SurveyStatistics

/// Figures of R are in `Golden/variant_stages.json`.
@Suite("Agreement beyond chance")
struct AgreementTests {
  private static func item(_ codes: [UInt8]) throws -> CodedColumn {
    try CodedColumn(codes: codes, categoryCount: 2)
  }

  @Test("is 1 for equal answers, and certain then")
  func full() throws {
    let design = try SurveyDesign(weights: [1, 2, 3, 1])
    let kappa = try design.agreement(of: Self.item([1, 2, 2, 1]), and: Self.item([1, 2, 2, 1]))
    #expect(nearly(kappa.value, 1) && kappa.standardError < 1e-12)
  }

  @Test("is Cohen's textbook figure")
  func cohen() throws {
    // 20 and 15 of 50 agree, 5 and 10 do not: κ = 0.4.
    let first = Array(repeating: UInt8(1), count: 25) + Array(repeating: UInt8(2), count: 25)
    let second =
      Array(repeating: UInt8(1), count: 20) + Array(repeating: UInt8(2), count: 5)
      + Array(repeating: UInt8(1), count: 10) + Array(repeating: UInt8(2), count: 15)
    let design = try SurveyDesign(weights: Array(repeating: 1, count: 50))
    let kappa = try design.agreement(of: Self.item(first), and: Self.item(second))
    #expect(nearly(kappa.value, 0.4))
    #expect(kappa.standardError > 0.1 && kappa.standardError < 0.15)
  }

  @Test("leaves out who did not answer both, and refuses other categories")
  func gaps() throws {
    let design = try SurveyDesign(weights: [1, 2, 3, 1, 5])
    let kappa = try design.agreement(
      of: Self.item([1, 2, 2, 1, 0]), and: Self.item([1, 2, 2, 1, 2]))
    #expect(nearly(kappa.value, 1))
    let three = try CodedColumn(codes: [1, 2, 3, 1, 1], categoryCount: 3)
    #expect(throws: EstimationError.noSuchCategory(index: 2, categoryCount: 3)) {
      try design.agreement(of: Self.item([1, 2, 2, 1, 0]), and: three)
    }
  }
}
