import SafetyModel

/// Numbers as statistical offices and people write them into tables.
///
/// | text                | read as                                  |
/// |---------------------|------------------------------------------|
/// | `12.5`, `12,5`      | 12.5, with the decimal mark that is given |
/// | `1 234`             | 1234; blanks of any kind between thousands |
/// | `12,5 %`            | 12.5 percent                             |
/// | `−3`                | −3, with a hyphen or a minus             |
/// | `..`, `...`         | not available                            |
/// | `.`                 | cannot occur                             |
/// | `x`, `<5`           | hidden                                   |
/// | empty, `NA`, `null` | nothing, without a reason                |
///
/// Everything else is refused: nobody guesses what `1.234,5` is.
struct StatisticalNumber {
  /// `.` or `,`.
  var decimalMark: Unicode.Scalar = "."
  /// What `-` alone stands for; in PX files it is zero.
  var dash: DataCell = .missing(.unexplained)

  /// What the text says, or `nil` when it says nothing that is understood.
  func cell(_ text: String) -> DataCell? {
    let text = text.trimmingAllBlanks
    if let sign = sign(text) { return sign }
    if text.hasPrefix("<"), number(String(text.dropFirst())) != nil { return .missing(.hidden) }
    if text.hasSuffix("%") {
      return number(String(text.dropLast()).trimmingAllBlanks).map { .percent($0) }
    }
    return number(text).map { .number($0) }
  }

  private func sign(_ text: String) -> DataCell? {
    switch text {
    case "", "NA", "N/A", "null", "NULL": .missing(.unexplained)
    case ".": .missing(.notApplicable)
    case "-", "–", "—", "−": dash
    case "x", "X": .missing(.hidden)
    case "…": .missing(.notAvailable)
    case _ where text.allSatisfy({ $0 == "." }) && text.count <= 6: .missing(.notAvailable)
    default: nil
    }
  }

  private func number(_ text: String) -> Double? {
    var plain = ""
    var digits = 0
    var sinceBlank: Int?
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "0"..."9":
        plain.unicodeScalars.append(scalar)
        digits += 1
        sinceBlank = sinceBlank.map { $0 + 1 }
      case "-" where index == 0, "−" where index == 0: plain = "-"
      case decimalMark:
        guard digits > 0, !plain.contains("."), sinceBlank ?? 3 == 3 else { return nil }
        plain += "."
        sinceBlank = nil
      case "e" where digits > 0, "E" where digits > 0:
        return text.unicodeScalars.contains(where: { $0.properties.isWhitespace })
          ? nil : exponent(text)
      case _ where scalar.properties.isWhitespace:
        // A blank may only stand before three digits of the whole part.
        guard digits > 0, !plain.contains("."), sinceBlank ?? 3 == 3,
          digits <= 3 || sinceBlank != nil
        else { return nil }
        sinceBlank = 0
      default: return nil
      }
    }
    guard digits > 0, plain.last != ".", sinceBlank ?? 3 == 3, let value = Double(plain),
      value.isFinite
    else { return nil }
    return value == 0 ? 0 : value
  }

  private func exponent(_ text: String) -> Double? {
    guard decimalMark == ".", let value = Double(text), value.isFinite else { return nil }
    return value
  }
}
