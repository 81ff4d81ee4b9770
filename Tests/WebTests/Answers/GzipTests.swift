import Testing

@testable import Web

@Suite("Compression")
struct GzipTests {
  @Test("unpacks to the same bytes", arguments: [300, 4_096, 100_000])
  func roundTrip(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0 / 700) }
    let packed = try #require(Gzip.compressed(bytes))
    #expect(packed.count < bytes.count)
    #expect(try unpacked(packed) == bytes)
  }

  @Test("gives nothing when it would not be smaller", arguments: [0, 1, 256])
  func small(count: Int) {
    #expect(Gzip.compressed([UInt8](repeating: 7, count: count)) == nil)
  }

  @Test("gives nothing for what can't be made smaller")
  func random() {
    var state: UInt64 = 42
    let bytes = (0..<1_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    #expect(Gzip.compressed(bytes) == nil)
  }

  @Test("gives the same bytes each time")
  func repeatable() {
    let bytes = [UInt8](repeating: 65, count: 1_000)
    #expect(Gzip.compressed(bytes) == Gzip.compressed(bytes))
  }
}
