import NumericKernels
import Testing

@Suite("Seeded random numbers")
struct SeededRandomTests {
  // SplitMix64 of seed 0 begins with these words (Vigna's reference program), and xoshiro256**
  // makes the first output from the second of them.
  @Test("follows the published algorithms")
  func published() {
    var random = SeededRandom(seed: 0)
    let second: UInt64 = 0x6E78_9E6A_A1B9_65F4
    let product = second &* 5
    #expect(random.next() == ((product << 7) | (product >> 57)) &* 9)
  }

  @Test("is the same for the same seed and differs for another")
  func seeds() {
    var (a, b, c) = (SeededRandom(seed: 7), SeededRandom(seed: 7), SeededRandom(seed: 8))
    let first = (0..<10).map { _ in a.next() }
    #expect(first == (0..<10).map { _ in b.next() })
    #expect(first != (0..<10).map { _ in c.next() })
  }

  @Test("has the moments of its distributions, seed 1")
  func moments() {
    var random = SeededRandom(seed: 1)
    let uniforms = (0..<20_000).map { _ in random.uniform() }
    let normals = (0..<20_000).map { _ in random.normal() }
    #expect(uniforms.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect((uniforms.compensatedSum() / 20_000 - 0.5).magnitude < 0.01)
    #expect((normals.compensatedSum() / 20_000).magnitude < 0.03)
    #expect((normals.map { $0 * $0 }.compensatedSum() / 20_000 - 1).magnitude < 0.04)
  }

  @Test("draws whole numbers below a bound, all of them")
  func bounded() {
    var random = SeededRandom(seed: 2)
    let draws = Set((0..<200).map { _ in random.uniform(below: 6) })
    #expect(draws == Set(0..<6))
  }
}
