import SurveyStatistics
import Testing

@Suite("Shapes of tables")
struct TabulationShapeTests {
  @Test("have a code for each dimension and item in a row")
  func width() {
    #expect(TabulationShape(dimensionSizes: [2, 3], itemSizes: [4]).rowWidth == 3)
  }
}
