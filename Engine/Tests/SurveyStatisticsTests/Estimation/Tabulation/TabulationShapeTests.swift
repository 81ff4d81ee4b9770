import Testing

@testable import SurveyStatistics

@Suite("Shapes of tables")
struct TabulationShapeTests {
  @Test("have a code for each dimension and item in a row")
  func width() {
    #expect(TabulationShape(dimensionSizes: [2, 3], itemSizes: [4]).rowWidth == 3)
  }

  @Test("have crossings of their dimensions, if codes and crossings fit in their numbers")
  func crossings() throws {
    #expect(try TabulationShape(dimensionSizes: [2, 3], itemSizes: [4]).crossings() == 12)
    for sizes in [[256], [-1], [255, 255, 255, 255]] {
      #expect(throws: TallyError.tooManyDomains) {
        try TabulationShape(dimensionSizes: sizes, itemSizes: []).crossings()
      }
    }
  }
}
