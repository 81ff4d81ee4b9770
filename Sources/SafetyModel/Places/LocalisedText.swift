/// A language that pages are written in, by its BCP 47 code: `sv`, `en`.
package struct Language: Codable, Sendable, Hashable, CustomStringConvertible {
  package let code: String
  package init(code: String) { self.code = code }
  package static let swedish = Language(code: "sv")
  package static let english = Language(code: "en")
  package var description: String { code }
}

/// A text that the municipality or the survey owns, in one or several languages.
package struct LocalisedText: Codable, Sendable, Hashable {
  package var values: [String: String]

  package init(_ values: [String: String]) { self.values = values }
  package init(sv: String, en: String) { self.values = ["sv": sv, "en": en] }

  /// The text in the wanted language, else in Swedish, else in the first language there is.
  package func text(in language: Language) -> String {
    values[language.code] ?? values["sv"] ?? values.min { $0.key < $1.key }?.value ?? ""
  }

  /// The language that ``text(in:)`` answers in; a page marks a passage in another language.
  package func language(for wanted: Language) -> Language {
    if values[wanted.code] != nil { return wanted }
    if values["sv"] != nil { return .swedish }
    return Language(code: values.keys.min() ?? wanted.code)
  }

  package init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([String: String].self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values)
  }
}
