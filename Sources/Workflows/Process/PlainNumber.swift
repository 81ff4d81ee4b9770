extension Double {
  /// Reads a number as people write it: no hexadecimal, no infinity, no `nan`.
  ///
  /// With a decimal comma, a point is no part of a number.
  package init?(plainNumber text: String, decimalMark: String = ".") {
    var text = text
    if decimalMark == "," {
      guard !text.contains(".") else { return nil }
      text = text.replacing(",", with: ".")
    }
    guard text.utf8.allSatisfy({ (48...57).contains($0) || "+-.eE".utf8.contains($0) }),
      let value = Double(text), value.isFinite
    else { return nil }
    self = value
  }

  /// The number without superfluous zeros: `1`, `2.5`; nothing at all for a missing one.
  package var canonicalText: String {
    guard !isNaN else { return "" }
    if self == rounded(), magnitude < 1e15 { return String(Int64(self)) }
    return String(self)
  }
}
