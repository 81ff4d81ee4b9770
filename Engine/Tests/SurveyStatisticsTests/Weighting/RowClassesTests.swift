import Testing

@testable import SurveyStatistics

@Suite("Classes of rows")
struct RowClassesTests {
  @Test("have the same variables and the same factor")
  func classes() throws {
    let classes = try #require(
      RowClasses([[1, 0, 1, 1], [5, 6, 5, 5]], factors: [2, 3, 2, 4]))
    #expect(classes.classOfRow == [0, 1, 0, 2])
    #expect(classes.values == [[1, 5], [0, 6], [1, 5]] && classes.factors == [2, 3, 4])
    #expect(classes.column?.codes == [1, 2, 1, 3])
  }

  @Test("are not looked for where nearly every row is its own")
  func many() {
    let numbers = (0..<1000).map(Double.init)
    #expect(RowClasses([numbers], factors: numbers) == nil)
  }
}
