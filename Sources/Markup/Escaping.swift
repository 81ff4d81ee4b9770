/// What keeps text from becoming markup.
enum Escaping {
  /// Appends a string so that it reads as itself in text and between double quotes.
  ///
  /// Characters that no document may hold, or that turn the text around them, are dropped:
  /// control characters but tab and line feed, U+FFFE and U+FFFF, and the bidirectional
  /// embeddings, overrides and isolates (use ``bdi(_:_:)``).
  static func append(_ string: String, to bytes: inout [UInt8], isAttribute: Bool) {
    var string = string
    string.withUTF8 { append($0, to: &bytes, isAttribute: isAttribute) }
  }

  private static func append(
    _ source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], isAttribute: Bool
  ) {
    bytes.reserveCapacity(bytes.count + source.count)
    var copied = 0
    var place = 0
    while place < source.count {
      let byte = source[place]
      let reference = reference(for: byte, isAttribute: isAttribute)
      let dropped = reference == nil ? lengthToDrop(in: source, at: place) : 1
      guard dropped > 0 else {
        place += 1
        continue
      }
      bytes += source[copied..<place]
      if let reference { bytes += reference.utf8 }
      place += dropped
      copied = place
    }
    bytes += source[copied..<source.count]
  }

  private static func reference(for byte: UInt8, isAttribute: Bool) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\"") where isAttribute: "&quot;"
    case UInt8(ascii: "'") where isAttribute: "&#39;"
    default: nil
    }
  }

  /// How many bytes at a place make up a character that is dropped; zero when it is kept.
  private static func lengthToDrop(in source: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    let byte = source[place]
    if byte < 0x20 { return byte == 0x09 || byte == 0x0A ? 0 : 1 }
    if byte < 0x7F { return 0 }
    if byte == 0x7F { return 1 }
    func next(_ offset: Int) -> UInt8 {
      place + offset < source.count ? source[place + offset] : 0
    }
    switch (byte, next(1), next(2)) {
    case (0xC2, 0x80...0x9F, _): return 2  // C1 controls
    case (0xE2, 0x80, 0xAA...0xAE): return 3  // embeddings and overrides
    case (0xE2, 0x81, 0xA6...0xA9): return 3  // isolates
    case (0xEF, 0xBF, 0xBE...0xBF): return 3  // U+FFFE, U+FFFF
    default: return 0
    }
  }
}
