import Testing

@testable import SurveyStatistics

@Suite("Segments of domains")
struct DomainSegmentsTests {
  @Test("are the strata that each domain touches")
  func segments() {
    var cells = CellNumbering(sizes: [3, 2])
    // Stratum and the two codes.
    for (stratum, a, b) in [(1, 1, 1), (0, 1, 1), (0, 3, 1), (0, 1, 2), (1, 0, 2), (1, 3, 2)] {
      _ = cells.cell(stratum: stratum, crossing: a * 3 + b, crossings: 12)
    }
    let segments = DomainSegments(
      cells: cells, inStratumOrder: cells.inStratumOrder, breakdown: Breakdown([0]))
    #expect(segments.starts == [0, 2, 2, 4])
    #expect(segments.strata == [0, 1, 0, 1] && segments.domains == [0, 0, 2, 2])
    #expect(segments.segmentOfCell == [1, 0, 2, 0, -1, 3])
    var shared: [[Int]] = []
    segments.shared(0, 2) { shared.append([$0, $1]) }
    #expect(shared == [[0, 2], [1, 3]])
    #expect(segments.segments(of: 1).isEmpty)
  }
}
