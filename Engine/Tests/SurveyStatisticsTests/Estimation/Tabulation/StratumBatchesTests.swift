import Testing

@testable import SurveyStatistics

@Suite("Strata that are put together at the same time")
struct StratumBatchesTests {
  private let two = Workers(count: 2) { count, body in (0..<count).forEach(body) }

  @Test("are one after the other for one thread")
  func oneByOne() {
    #expect(StratumBatches.ranges(rows: [5, 0, 70_000], workers: .one) == [0..<1, 1..<2, 2..<3])
  }

  @Test("are many when they are small")
  func small() {
    let batches = StratumBatches.ranges(
      rows: Array(repeating: 1000, count: 100), workers: two)
    #expect(batches == [0..<33, 33..<66, 66..<99, 99..<100])
  }

  @Test("are enough for all threads when they are large")
  func large() {
    let batches = StratumBatches.ranges(
      rows: Array(repeating: 1_000_000, count: 10), workers: two)
    #expect(batches == [0..<4, 4..<8, 8..<10])
  }

  @Test("are none when there are none")
  func none() {
    #expect(StratumBatches.ranges(rows: [], workers: two).isEmpty)
  }
}
