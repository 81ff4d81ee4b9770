import Foundation
import Testing

@testable import StorageSQLite

@Suite("Numbers as bytes")
struct ColumnBytesTests {
  @Test("have the lowest byte first")
  func order() {
    #expect(
      ColumnBytes.encode([Int32(0x0102_0304), -1]) == Data([4, 3, 2, 1, 255, 255, 255, 255]))
    #expect(ColumnBytes.encode([1.0]) == Data([0, 0, 0, 0, 0, 0, 0xF0, 0x3F]))
  }

  @Test("are read back, also from the middle of other data")
  func roundTrip() {
    let values = [0.1, -.infinity, 5e-324]
    let data = Data([9]) + ColumnBytes.encode(values) + Data([9])
    #expect(ColumnBytes.doubles(data[1..<25], count: 3) == values)
    #expect(ColumnBytes.integers(ColumnBytes.encode([Int32.min, 7]), count: 2) == [.min, 7])
  }

  @Test("are refused when there are too few, too many or a broken one", arguments: [0, 7, 9, 16])
  func wrongLength(count: Int) {
    #expect(ColumnBytes.doubles(Data(count: count), count: 1) == nil)
  }
}
