import SafetyModel

/// The shapes of a `.shp` file: polygons as lists of rings in the file's own coordinates.
///
/// Source: ESRI, *Shapefile Technical Description*, 1998.
struct ShapeRings {
  struct Point: Hashable {
    var x: Double
    var y: Double
  }

  /// By record, its rings; empty for a record without a shape.
  let records: [[[Point]]]

  private static let mostRecords = 100_000
  private static let mostPoints = 5_000_000

  init(_ bytes: [UInt8], file: String) throws(Problems) {
    func fault(_ key: String, _ record: Int? = nil, _ kind: Int? = nil) -> Problems {
      var arguments: [String: String] = [:]
      arguments["record"] = record.map(String.init)
      arguments["kind"] = kind.map(String.init)
      return Problems([Problem(key, arguments: arguments, file: file)])
    }
    let source = Bytes(bytes)
    guard bytes.count >= 100, source.big(0) == 9994, source.little(28) == 1000 else {
      throw fault("shapefile.badShapes")
    }
    guard source.big(24) * 2 == bytes.count else { throw fault("shapefile.cutOff") }
    var records: [[[Point]]] = []
    var points = 0
    var at = 100
    while at < bytes.count {
      let number = records.count + 1
      guard at + 12 <= bytes.count, records.count < Self.mostRecords else {
        throw fault("shapefile.cutOffRecord", number)
      }
      let length = source.big(at + 4) * 2
      let kind = source.little(at + 8)
      guard length >= 4, at + 8 + length <= bytes.count else {
        throw fault("shapefile.cutOffRecord", number)
      }
      guard [0, 5, 15, 25].contains(kind) else {
        throw fault("shapefile.notPolygons", number, kind)
      }
      let content = (at + 8)..<(at + 8 + length)
      guard let rings = kind == 0 ? [] : source.rings(content) else {
        throw fault("shapefile.badRecord", number)
      }
      points += rings.reduce(0) { $0 + $1.count }
      guard points <= Self.mostPoints else { throw fault("shapefile.tooMany") }
      records.append(rings)
      at += 8 + length
    }
    self.records = records
  }

  /// Numbers out of bytes; places are checked by the caller.
  private struct Bytes {
    let bytes: [UInt8]
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func little(_ at: Int) -> Int { Int(Int32(truncatingIfNeeded: word(at, 4))) }
    func big(_ at: Int) -> Int { Int(Int32(truncatingIfNeeded: word(at, 4).byteSwapped >> 32)) }
    func double(_ at: Int) -> Double { Double(bitPattern: word(at, 8)) }

    private func word(_ at: Int, _ count: Int) -> UInt64 {
      (0..<count).reduce(0) { $0 | UInt64(bytes[at + $1]) << UInt64(8 * $1) }
    }

    /// The rings of a polygon record, or `nil` when its counts do not fit its length.
    func rings(_ range: Range<Int>) -> [[Point]]? {
      guard range.count >= 44 else { return nil }
      let parts = little(range.lowerBound + 36)
      let points = little(range.lowerBound + 40)
      guard parts > 0, points >= 0, parts <= range.count, points <= range.count,
        44 + 4 * parts + 16 * points <= range.count
      else { return nil }
      let starts = (0..<parts).map { little(range.lowerBound + 44 + 4 * $0) } + [points]
      let first = range.lowerBound + 44 + 4 * parts
      var rings: [[Point]] = []
      for (start, end) in zip(starts, starts.dropFirst()) {
        guard start >= 0, end - start >= 4, end <= points else { return nil }
        rings.append(
          (start..<end).map {
            Point(x: double(first + 16 * $0), y: double(first + 16 * $0 + 8))
          })
      }
      let isWhole = rings.allSatisfy { ring in
        ring.first == ring.last && ring.allSatisfy { $0.x.isFinite && $0.y.isFinite }
      }
      return isWhole ? rings : nil
    }
  }
}
