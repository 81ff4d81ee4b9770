/// The canonical text of a number, as ``SourceValues`` describes it: `1`, `2.5`, `-0.75`.
///
/// Every reader writes numbers with it, so that a value is called the same whichever file it came
/// from, and ``SourceValues/numbers(_:)`` can be compared with the texts of a study file.
package enum CanonicalNumber {
  /// The shortest text that gives the number back; the empty text for NaN.
  package static func text(_ value: Double) -> String {
    if value.isNaN { return "" }
    // Beyond 2⁵³ a Double no longer tells neighbouring integers apart.
    if value.magnitude <= 9_007_199_254_740_992, value == value.rounded(.towardZero) {
      return String(Int64(value))
    }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
