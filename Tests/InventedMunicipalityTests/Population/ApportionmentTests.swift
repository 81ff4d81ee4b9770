import Testing

@testable import InventedMunicipality

@Suite("Dividing a whole number")
struct ApportionmentTests {
  @Test("gives parts that sum to the total", arguments: [0, 1, 7, 65_000])
  func sum(total: Int) {
    #expect(apportioned(total, by: [0.3, 1.7, 0.01, 5]).reduce(0, +) == total)
  }

  @Test("rounds the largest remainders up, and of equal ones the first")
  func remainders() {
    #expect(apportioned(10, by: [1, 1, 1]) == [4, 3, 3])
    #expect(apportioned(4, by: [0.5, 2.4, 1.1]) == [1, 2, 1])
  }

  @Test("gives nothing to weights that are all zero")
  func zeros() { #expect(apportioned(5, by: [0, 0]) == [0, 0]) }
}
