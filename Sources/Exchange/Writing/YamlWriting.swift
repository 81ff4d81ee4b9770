import SafetyModel

/// Builds YAML text line by line, with comments where a path has remarks.
struct YamlWriting {
  private(set) var text = ""
  private let remarks: [String: [String]]
  private static let width = 96

  init(remarks: [String: [String]]) { self.remarks = remarks }

  /// The remarks of a path as comment lines at the indentation.
  mutating func remark(_ path: String, indent: Int = 0) {
    let blanks = String(repeating: "  ", count: indent)
    for line in remarks[path] ?? [] {
      for part in line.split(whereSeparator: \.isNewline) {
        text += blanks + "# " + part.filter { !$0.unicodeScalars.contains(where: Yaml.isUnsafe) }
        text += "\n"
      }
    }
  }

  mutating func line(_ content: String, indent: Int = 0) {
    text += String(repeating: "  ", count: indent) + content + "\n"
  }

  mutating func blank() { text += "\n" }

  /// `key: value` on a line; a value too long for it goes beneath, one entry a line.
  mutating func entry(_ key: String, _ value: String, indent: Int = 0) {
    line("\(key): \(value)", indent: indent)
  }

  /// Words by language, in one line when they fit.
  mutating func words(_ key: String, _ words: LocalisedText, indent: Int = 0) {
    let short = "\(key): \(Yaml.words(words))"
    if short.count + 2 * indent <= Self.width { return line(short, indent: indent) }
    line("\(key):", indent: indent)
    for (language, text) in words.values.sorted(by: { $0.key < $1.key }) {
      entry(language, Yaml.scalar(text), indent: indent + 1)
    }
  }
}

/// Values as YAML writes them.
enum Yaml {
  /// Words that other readers of YAML take for something else than text.
  private static let reserved: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null", "~",
  ]

  /// A text, in quotes only when it must be.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.first.map { $0.isLetter || $0.isNumber } ?? false && text.last != " "
      && text.unicodeScalars.allSatisfy(isPlainScalar) && !reserved.contains(text.lowercased())
    return isPlain ? text : quoted(text)
  }

  static func list(_ texts: [String]) -> String {
    "[" + texts.map(scalar).joined(separator: ", ") + "]"
  }

  static func words(_ words: LocalisedText) -> String {
    let parts = words.values.sorted { $0.key < $1.key }.map { "\($0.key): \(scalar($0.value))" }
    return "{" + parts.joined(separator: ", ") + "}"
  }

  private static func isPlainScalar(_ scalar: Unicode.Scalar) -> Bool {
    !isUnsafe(scalar)
      && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || " _-–—./()+%?=€§°".unicodeScalars.contains(scalar))
  }

  /// Control, format and line-breaking characters, which must be written as escapes.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
      .privateUse:
      true
    default: scalar.properties.isWhitespace && scalar != " "
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      // A star before a word, with an ampersand elsewhere, is refused by the reader as an alias.
      case "*": result += "\\x2A"
      case _ where isUnsafe(scalar):
        let code = String(scalar.value, radix: 16, uppercase: true)
        result += "\\U" + String(repeating: "0", count: max(0, 8 - code.count)) + code
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
