/// Makes codes that may stand in addresses out of names and labels.
struct DraftCodes {
  private var used: Set<String> = []
  private static let longest = 60
  private static let letters: [Character: String] = [
    "å": "a", "ä": "a", "ö": "o", "é": "e", "è": "e", "ü": "u", "æ": "ae", "ø": "o", "ß": "ss",
  ]

  /// A code that hasn't been made before.
  mutating func code(_ text: String, else fallback: String) -> String {
    let slug = Self.slug(text, else: fallback)
    var code = slug
    var count = 1
    while !used.insert(code).inserted {
      count += 1
      code = String(slug.prefix(Self.longest - 6)).trimmingHyphens + "-\(count)"
    }
    return code
  }

  /// Lower-case letters, digits and single hyphens.
  static func slug(_ text: String, else fallback: String) -> String {
    var slug = ""
    for character in text.lowercased() {
      let plain = letters[character] ?? String(character)
      if plain.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) }) {
        slug += plain
      } else if !slug.hasSuffix("-"), !slug.isEmpty {
        slug += "-"
      }
    }
    slug = String(slug.prefix(longest)).trimmingHyphens
    return slug.isEmpty ? fallback : slug
  }
}

extension String {
  fileprivate var trimmingHyphens: String {
    var text = self
    while text.hasSuffix("-") { text.removeLast() }
    return text
  }
}
