import Testing

@testable import SurveyStatistics

@Suite("Frame of a breakdown")
struct BreakdownFrameTests {
  @Test("has the segments of the cells, and the pairs of the families in a row")
  func frames() {
    var cells = CellNumbering(sizes: [2, 2])
    for (stratum, a, b) in [(1, 1, 1), (0, 2, 1), (0, 2, 2)] {
      _ = cells.cell(stratum: stratum, crossing: a * 3 + b, crossings: 9)
    }
    let frames = BreakdownFrame.all([Breakdown([0]), Breakdown([0, 1])], of: cells)
    let shared = BreakdownFrame.all([Breakdown([0])], of: cells, .several)
    #expect(shared[0].segments.segmentOfCell == frames[0].segments.segmentOfCell)
    #expect(frames[0].segments.strata == [1, 0] && frames[0].pairs.count == 1)
    #expect(frames[1].families.map(\.count) == [1, 1, 1, 1])
    #expect(frames[1].pairs.map(\.0) == [0, 1, 0, 2] && frames[1].pairs.map(\.1) == [2, 3, 1, 3])
    #expect(frames[1].segments.segmentOfCell == [0, 1, 2])
  }
}
