import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("Slopes of a raking")
struct RakingSlopesTests {
  private typealias Entry = CalibrationTerms.Entry

  @Test("are the means of groups when there is one margin")
  func oneMargin() {
    let entries = [[Entry(variable: 0, value: 1)], [Entry(variable: 1, value: 1)]]
    let slopes = RakingSlopes([0..<2], entries: entries, counts: [4, 5], variables: 2).matrix
    #expect(nearly(slopes[0, 0], 1.0 / 4) && nearly(slopes[1, 1], 1.0 / 5))
    #expect(slopes[0, 1] == 0 && slopes[1, 0] == 0)
  }

  @Test("leave nothing of what a margin explains")
  func explained() {
    // Four cells of two margins of two groups, some with more rows than others.
    let groups = [(0, 2), (0, 3), (1, 2), (1, 3)]
    let counts = [3.0, 5, 7, 2]
    let entries = groups.map { [Entry(variable: $0.0, value: 1), Entry(variable: $0.1, value: 1)] }
    let slopes = RakingSlopes([0..<2, 2..<4], entries: entries, counts: counts, variables: 4).matrix
    // The sums of a variable that is 2 and 6 in the groups of the first margin.
    let sums: [Double] = [16, 54, 48, 22]
    let b = slopes * sums
    for (cell, group) in groups.enumerated() {
      #expect(nearly(b[group.0] + b[group.1], cell < 2 ? 2 : 6, 1e-6))
    }
  }
}
