/// Numbers as delimited text writes them.
///
/// A number is `-3`, `2.50`, `1e+05` or `1.0E5`: optional minus, digits without superfluous leading
/// zeros, optional fraction, optional exponent. Everything else is text, on purpose:
/// - `01` is a code: the zero tells it from `1`;
/// - `12E4` without sign or fraction is a code: no program writes a number so;
/// - integers beyond 2⁵³ are identifiers: as numbers, two of them could become one.
struct NumberText {
  /// The byte between the whole part and the fraction: `.` or `,`.
  var decimalMark: UInt8

  /// The number that the bytes write, or `nil` when they are text.
  func number(_ bytes: ArraySlice<UInt8>) -> Double? {
    var at = bytes.startIndex
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { at += 1 }
    var digits: UInt64 = 0
    let whole = scanDigits(bytes, &at, into: &digits)
    guard whole > 0 else { return nil }
    let first = bytes[bytes.startIndex + (isNegative ? 1 : 0)]
    guard whole == 1 || first != UInt8(ascii: "0") else { return nil }

    var fraction = 0
    if at < bytes.endIndex, bytes[at] == decimalMark {
      at += 1
      fraction = scanDigits(bytes, &at, into: &digits)
      guard fraction > 0 else { return nil }
    }
    if at == bytes.endIndex {
      if fraction == 0, whole > 16 || digits > 9_007_199_254_740_992 { return nil }
      // Both operands are exact, so the quotient is the nearest number to the text.
      if whole + fraction <= 15 {
        let value = Double(digits) / NumberText.powersOfTen[fraction]
        return isNegative && digits > 0 ? -value : value
      }
    } else {
      guard isExponent(bytes[at...], afterFraction: fraction > 0) else { return nil }
    }
    return parsed(bytes)
  }

  private func scanDigits(
    _ bytes: ArraySlice<UInt8>, _ at: inout Int, into digits: inout UInt64
  ) -> Int {
    let start = at
    while at < bytes.endIndex, case let digit = bytes[at] &- 0x30, digit < 10 {
      digits = digits &* 10 &+ UInt64(digit)
      at += 1
    }
    return at - start
  }

  private func isExponent(_ bytes: ArraySlice<UInt8>, afterFraction: Bool) -> Bool {
    guard bytes.first == UInt8(ascii: "e") || bytes.first == UInt8(ascii: "E") else { return false }
    var rest = bytes.dropFirst()
    let hasSign = rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-")
    if hasSign { rest = rest.dropFirst() }
    return (hasSign || afterFraction) && (1...3).contains(rest.count)
      && rest.allSatisfy { $0 &- 0x30 < 10 }
  }

  /// The standard library's own conversion: slower, right to the last bit.
  private func parsed(_ bytes: ArraySlice<UInt8>) -> Double? {
    let point = UInt8(ascii: ".")
    let text = String(decoding: bytes.map { $0 == decimalMark ? point : $0 }, as: UTF8.self)
    guard let value = Double(text), value.isFinite else { return nil }
    return value == 0 ? 0 : value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
