import Foundation

/// Numbers as bytes, the lowest byte first on every machine.
enum ColumnBytes {
  static func encode(_ values: [Double]) -> Data { encodeWords(values.map(\.bitPattern)) }

  static func encode(_ values: [Int32]) -> Data { encodeWords(values) }

  /// The numbers, or `nil` when there are not `count` of them.
  static func doubles(_ data: Data, count: Int) -> [Double]? {
    words(data, of: UInt64.self, count: count)?.map(Double.init(bitPattern:))
  }

  static func integers(_ data: Data, count: Int) -> [Int32]? {
    words(data, of: Int32.self, count: count)
  }

  private static func encodeWords(_ values: [some FixedWidthInteger]) -> Data {
    values.map(\.littleEndian).withUnsafeBytes { Data($0) }
  }

  private static func words<Word: FixedWidthInteger>(_ data: Data, of type: Word.Type, count: Int)
    -> [Word]?
  {
    let width = MemoryLayout<Word>.size
    guard data.count % width == 0, data.count / width == count else { return nil }
    let words = [Word](unsafeUninitializedCapacity: count) { buffer, initialised in
      _ = data.copyBytes(to: buffer)
      initialised = count
    }
    // Nothing to do, and nothing done, on a machine that has the lowest byte first.
    return words.map(Word.init(littleEndian:))
  }
}
