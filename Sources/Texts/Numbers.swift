import Foundation

extension Texts {
  /// A number in the language's own form, such as `12 345,6`.
  ///
  /// NaN and infinities are an en dash.
  package func number(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "–" }
    let plain = String(format: "%.\(decimals)f", abs(value))
    let isNegative = value < 0 && plain.contains { $0 != "0" && $0 != "." }
    let parts = plain.split(separator: ".")
    let whole = grouped(String(parts[0]))
    let fraction = parts.count > 1 ? self("language.decimalMark") + parts[1] : ""
    return (isNegative ? "−" : "") + whole + fraction
  }

  /// A proportion in [0, 1] as a percentage: `25,4 %`.
  package func percent(_ proportion: Double, decimals: Int = 0) -> String {
    self("language.percent", ["number": number(proportion * 100, decimals: decimals)])
  }

  /// A difference with its sign: `+21,4`, `−3`, `0`.
  package func signed(_ value: Double, decimals: Int) -> String {
    let text = number(value, decimals: decimals)
    let isZero = !text.contains { ("1"..."9").contains($0) }
    return value > 0 && !isZero ? "+" + text : text
  }

  /// Things in a row: `a, b och c`.
  package func list(_ things: [String]) -> String {
    guard let last = things.last, things.count > 1 else { return things.first ?? "" }
    return things.dropLast().joined(separator: self("language.listSeparator"))
      + self("language.listLast") + last
  }

  /// Groups of three digits from five digits on, so that a year is never split.
  private func grouped(_ digits: String) -> String {
    guard digits.count > 4 else { return digits }
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { result += self("language.groupSeparator") }
      result.append(digit)
    }
    return result
  }
}
