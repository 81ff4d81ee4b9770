package import SafetyModel

/// Every word that a person reads, in one language.
///
/// The words stand in `Languages/<code>.json`, in sections; the key of a text is its path with
/// points: `page.overview.title`. A placeholder is written `{name}`. A text that depends on a
/// number has the forms `<key>.one` and `<key>.other`.
package struct Texts: Sendable {
  package let language: Language
  private let texts: [String: String]

  init(language: Language, texts: [String: String]) {
    self.language = language
    self.texts = texts
  }

  /// The text of a key with its placeholders filled in; the key itself, in brackets, when there
  /// is no such text, which a test makes sure never happens.
  package func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
    guard let text = texts[key] else { return "⟦\(key)⟧" }
    return Texts.filled(text, with: arguments)
  }

  /// The form of a text that agrees with a number; `{n}` is the number itself.
  package func callAsFunction(
    _ key: String, count: Int, _ arguments: [String: String] = [:]
  ) -> String {
    var arguments = arguments
    arguments["n"] = number(Double(count), decimals: 0)
    return self(key + (count == 1 ? ".one" : ".other"), arguments)
  }

  /// Whether there is a text with this key.
  package func has(_ key: String) -> Bool { texts[key] != nil }

  /// All keys, sorted.
  package var keys: [String] { texts.keys.sorted() }

  /// The raw text of a key with its placeholders, for checks.
  package func template(_ key: String) -> String? { texts[key] }

  /// Whether the language is written from right to left.
  package var isRightToLeft: Bool { texts["language.direction"] == "rtl" }

  /// One pass, so that a filled-in value that looks like a placeholder is left alone.
  private static func filled(_ text: String, with arguments: [String: String]) -> String {
    guard text.contains("{") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += arguments[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
