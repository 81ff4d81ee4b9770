import SurveyStatistics
import Testing

@Suite("Those who do the work")
struct WorkersTests {
  @Test("give results in order, one or several", arguments: [Workers.one, .several])
  func order(workers: Workers) {
    #expect(workers.map(100) { $0 * $0 } == (0..<100).map { $0 * $0 })
    #expect(workers.map(0) { $0 }.isEmpty)
  }

  @Test("divide what can be divided at will only where they are several")
  func pieces() {
    #expect(Workers.one.pieces == 1 && Workers.one.count == 1)
    #expect(Workers.several.pieces > Workers.several.count)
    #expect(Workers(count: 0) { _, _ in }.count == 1)
  }
}
