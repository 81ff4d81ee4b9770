/// Pieces of YAML as a person would write them.
enum YamlWords {
  /// Text in double quotes: the one form that holds any text.
  static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "\"" + escaped + "\""
  }

  /// A code as it stands, except those that YAML takes for true and false.
  static func code(_ code: String) -> String {
    ["no", "yes", "on", "off", "true", "false", "null"].contains(code) ? quoted(code) : code
  }

  static func list(_ codes: [String]) -> String {
    "[" + codes.map(code).joined(separator: ", ") + "]"
  }

  static func words(sv: String, en: String) -> String {
    "{sv: \(quoted(sv)), en: \(quoted(en))}"
  }

  static func category(_ code: String, value: String, sv: String, en: String) -> String {
    "- {code: \(self.code(code)), values: [\(value)], label: \(words(sv: sv, en: en))}"
  }

  /// The lines, each moved to the right.
  static func indented(_ text: String, by width: Int) -> String {
    let margin = String(repeating: " ", count: width)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
  }
}
