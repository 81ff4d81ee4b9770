import Workflows

/// Codes the texts of one column: each distinct text once, and a small integer for each row.
///
/// An open-addressing table over bytes. Texts of up to seven bytes are their own key; longer ones
/// are compared with the bytes kept in `texts`.
struct ColumnCoder {
  /// The code of each row so far; 0 is the empty text.
  private(set) var codes: [Int32] = []
  /// The distinct texts after one another; text k is `texts[starts[k]..<starts[k + 1]]`.
  private var texts: [UInt8] = []
  private var starts = [0, 0]
  private var keys: [UInt64] = [0]
  /// Code + 1 by slot; 0 is a free slot.
  private var slots = [Int32](repeating: 0, count: 16)
  private var shift: UInt64 = 60

  /// Differs from run to run, so that nobody can prepare a file in which all texts collide; codes
  /// go by first appearance and do not depend on it.
  private static let secret: UInt64 = {
    var hasher = Hasher()
    hasher.combine(1)
    return UInt64(bitPattern: Int64(hasher.finalize())) | 1
  }()
  private let secret = ColumnCoder.secret

  /// How many distinct texts there are, the empty one included.
  var distinctCount: Int { starts.count - 1 }

  /// Adds the codes of further rows, each made by ``code(_:_:_:)``.
  mutating func append(_ column: Int, of block: [Int32], width: Int, rows: Int) {
    for row in 0..<rows { codes.append(block[row * width + column]) }
  }

  /// Adds a row.
  mutating func append(_ text: ArraySlice<UInt8>) {
    let code = code(text.span, 0, text.count)
    codes.append(code)
  }

  /// The code of the text `bytes[start..<end]`, a new one the first time.
  mutating func code(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int32 {
    if start == end { return 0 }
    let key = key(bytes, start, end)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: ((key ^ secret) &* 0x9E37_79B9_7F4A_7C15 &* secret) >> shift)
    while slots[slot] != 0 {
      let code = Int(slots[slot]) - 1
      if keys[code] == key, end - start < 8 || isEqual(code, bytes, start, end) {
        return Int32(truncatingIfNeeded: code)
      }
      slot = (slot + 1) & mask
    }
    let code = Int32(clamping: distinctCount)
    slots[slot] = code + 1
    keys.append(key)
    for at in start..<end { texts.append(bytes[at]) }
    starts.append(texts.count)
    if distinctCount * 2 > slots.count { grow() }
    return code
  }

  /// Up to seven bytes with their number in the eighth; for longer texts a hash with 0xFF there.
  private func key(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    if end - start < 8 {
      var key = UInt64(end - start)
      for at in start..<end { key = key << 8 | UInt64(bytes[at]) }
      return key
    }
    var hash = secret ^ UInt64(truncatingIfNeeded: end - start)
    let raw = bytes.bytes
    var at = start
    while at + 8 <= end {
      mix(raw.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self), into: &hash)
      at += 8
    }
    // The last word may overlap the one before.
    mix(raw.unsafeLoadUnaligned(fromByteOffset: end - 8, as: UInt64.self), into: &hash)
    return hash | 0xFF << 56
  }

  private func mix(_ word: UInt64, into hash: inout UInt64) {
    hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 32
  }

  /// Whether a text of at least eight bytes is the one that the code stands for.
  private func isEqual(_ code: Int, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let first = starts[code]
    guard starts[code + 1] - first == end - start else { return false }
    let kept = texts.span.bytes
    let raw = bytes.bytes
    var at = 0
    let last = end - start - 8
    while true {
      let ours = kept.unsafeLoadUnaligned(fromByteOffset: first + at, as: UInt64.self)
      let theirs = raw.unsafeLoadUnaligned(fromByteOffset: start + at, as: UInt64.self)
      guard ours == theirs else { return false }
      if at == last { return true }
      at = min(at + 8, last)
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 4)
    shift -= 2
    let mask = slots.count - 1
    for code in 1..<distinctCount {
      let mixed = (keys[code] ^ secret) &* 0x9E37_79B9_7F4A_7C15 &* secret
      var slot = Int(truncatingIfNeeded: mixed >> shift)
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(clamping: code + 1)
    }
  }
}

extension ColumnCoder {
  /// From this many distinct values on, a column that is all numbers is a quantity and no code.
  static let mostCodes = 256

  /// The column with canonical texts: see ``NumberText`` for what is a number.
  func values(_ numberText: NumberText) -> SourceValues {
    var canonical: [String] = []
    var numbers: [Double] = [.nan]
    canonical.reserveCapacity(distinctCount)
    numbers.reserveCapacity(distinctCount)
    for code in 1..<max(distinctCount, 1) {
      let text = texts[starts[code]..<starts[code + 1]]
      let number = numberText.number(text)
      if let number { numbers.append(number) }
      canonical.append(
        number.map(CanonicalNumber.text) ?? String(decoding: text, as: UTF8.self))
    }
    if canonical.count > ColumnCoder.mostCodes, numbers.count == canonical.count + 1 {
      return .numbers(codes.map { numbers[Int($0)] })
    }
    return merged(canonical)
  }

  /// The column as texts without outer blanks; `nil` when one of them is not UTF-8.
  func textValues() -> SourceValues? {
    var canonical: [String] = []
    for code in 1..<max(distinctCount, 1) {
      let bytes = texts[starts[code]..<starts[code + 1]]
      guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
      canonical.append(text.trimmingBlanks)
    }
    return merged(canonical)
  }

  /// One code for `1` and `1.0`, which are the same value.
  private func merged(_ canonical: [String]) -> SourceValues {
    var distinct = [""]
    var codeOfText: [String: Int32] = ["": 0]
    var newCodes: [Int32] = [0]
    for text in canonical {
      let code = codeOfText[text] ?? Int32(clamping: distinct.count)
      if codeOfText.updateValue(code, forKey: text) == nil { distinct.append(text) }
      newCodes.append(code)
    }
    if distinct.count == distinctCount { return .coded(distinct: distinct, codes: codes) }
    return .coded(distinct: distinct, codes: codes.map { newCodes[Int($0)] })
  }
}
