import NumericKernels
import Testing

@Suite("Compensated sum")
struct CompensatedSumTests {
  @Test("keeps what plain addition loses")
  func cancellation() {
    #expect([1, 1e100, 1, -1e100].compensatedSum() == 2)
  }

  @Test("does not depend on the order")
  func permutation() {
    let values = (1...1000).map { 1 / Double($0) }
    #expect(values.compensatedSum() == values.reversed().compensatedSum())
  }

  @Test("is plain for no values, infinities and undefined values")
  func limits() {
    #expect([Double]().compensatedSum() == 0)
    #expect([1, Double.infinity].compensatedSum() == .infinity)
    #expect([1, Double.nan].compensatedSum().isNaN)
  }
}
