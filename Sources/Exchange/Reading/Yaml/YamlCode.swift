import SafetyModel

/// What a code may look like.
enum YamlCode {
  enum Kind {
    /// Stands in addresses: lower-case letters, digits and single hyphens.
    case address
    /// Stands beside the columns of the data file: letters, digits, hyphens, underscores.
    case column
  }
  private static let longest = 60

  /// Reports a code that may not look as it does.
  static func check(_ code: String, _ kind: Kind, in form: YamlForm, at position: SourcePosition)
    -> Bool
  {
    switch kind {
    case .address where !isAddress(code):
      form.report("yaml.badCode", ["code": code], at: position)
      return false
    case .column where !isColumn(code):
      form.report("yaml.badColumnName", ["code": code], at: position)
      return false
    case .address, .column: return true
    }
  }

  static func isAddress(_ code: String) -> Bool {
    let isPlain = code.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == 45
    }
    return isPlain && (1...longest).contains(code.utf8.count) && !code.hasPrefix("-")
      && !code.hasSuffix("-") && !code.contains("--")
  }

  static func isColumn(_ code: String) -> Bool {
    (1...longest).contains(code.utf8.count)
      && code.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains($0)
      }
  }
}
