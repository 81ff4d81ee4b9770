import Workflows

/// Numbers as every reader writes them, and text without any blanks around it.
enum CanonicalText {
  static func of(_ number: Double) -> String { CanonicalNumber.text(number) }
}

extension String {
  /// Without blanks at both ends, hard blanks included: spreadsheets are full of them.
  var trimmingAllBlanks: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
