import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("Cross table")
struct CrossTableTests {
  @Test("is scaled to the rows of the sample, and leaves out what nobody chose")
  func scaled() throws {
    let design = try SurveyDesign(weights: [2, 2, 4, 8])
    let table = try CrossTable(
      design: design, rows: CodedColumn(codes: [1, 1, 3, 3], categoryCount: 5),
      columns: CodedColumn(codes: [1, 2, 1, 0], categoryCount: 2), within: nil)
    #expect(table.observed.values == [1, 1, 2, 0])
    #expect(table.expected.values == [1.5, 0.5, 1.5, 0.5])
  }
}
