import Testing

@testable import SurveyStatistics

@Suite("Numbers of keys")
struct KeyNumberingTests {
  @Test("come in order, and stay the same however many keys there are")
  func numbers() {
    var numbering = KeyNumbering()
    // Multiples of a power of two, which a poor spreading would put in one place.
    let keys = (0..<5000).map { $0 << 20 }
    #expect(keys.map { numbering.number(of: $0) } == Array(0..<5000))
    #expect(keys.reversed().map { numbering.number(of: $0) } == (0..<5000).reversed())
    #expect(numbering.keys == keys)
  }
}
