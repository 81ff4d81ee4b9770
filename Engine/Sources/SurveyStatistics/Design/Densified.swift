/// Codes renumbered as 0 ..< count in the order of the original codes.
struct Densified {
  /// The new code of each row.
  let codes: [Int32]
  /// The original code of each new one, ascending.
  let originals: [Int32]

  init(_ source: [Int32]) {
    guard let low = source.min(), let high = source.max() else {
      (codes, originals) = ([], [])
      return
    }
    let span = Int(high) - Int(low) + 1
    if span <= 4 * source.count + 1024 {
      (codes, originals) = Self.byTable(source, low: Int(low), span: span)
    } else {
      (codes, originals) = Self.bySorting(source)
    }
  }

  /// Numbers the pairs that occur, ascending by the first code, then by the second.
  init(pairs first: [Int32], _ second: [Int32]?) {
    guard let second else {
      self.init(first)
      return
    }
    let keys = zip(first, second).map { Int64($0) << 32 | Int64(UInt32(bitPattern: $1)) }
    let places = Dictionary(
      uniqueKeysWithValues: Set(keys).sorted().enumerated().map { ($1, Int32($0)) })
    self.init(
      codes: keys.map { places[$0] ?? -1 }, originals: (0..<Int32(places.count)).map(\.self))
  }

  private init(codes: [Int32], originals: [Int32]) {
    self.codes = codes
    self.originals = originals
  }

  private static func byTable(_ source: [Int32], low: Int, span: Int) -> ([Int32], [Int32]) {
    var table = [Int32](repeating: -1, count: span)
    for code in source { table[Int(code) - low] = 0 }
    var originals: [Int32] = []
    for slot in 0..<span where table[slot] == 0 {
      table[slot] = Int32(originals.count)
      originals.append(Int32(slot + low))
    }
    return (source.map { table[Int($0) - low] }, originals)
  }

  private static func bySorting(_ source: [Int32]) -> ([Int32], [Int32]) {
    let originals = Set(source).sorted()
    let places = Dictionary(
      uniqueKeysWithValues: originals.enumerated().map { ($1, Int32($0)) })
    return (source.map { places[$0] ?? -1 }, originals)
  }
}
