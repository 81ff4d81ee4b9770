import Testing

@testable import SurveyStatistics

@Suite("Codes renumbered")
struct DensifiedTests {
  @Test("ascending, by table or by sorting", arguments: [1, 1_000_000] as [Int32])
  func ascending(scale: Int32) {
    let dense = Densified([7, -3, 7, 12].map { $0 * scale })
    #expect(dense.codes == [1, 0, 1, 2])
    #expect(dense.originals == [-3, 7, 12].map { $0 * scale })
  }

  @Test("pairs by the first, then by the second")
  func pairs() {
    #expect(Densified(pairs: [2, 1, 2, 1], [5, 9, 4, 9]).codes == [2, 0, 1, 0])
  }
}
