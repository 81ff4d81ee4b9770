/// The keywords before the data, in the file's languages.
struct PXKeywords {
  var all: [PXScanner.Keyword] = []

  /// The values of a keyword in the file's own language, or in another one that it has.
  func values(_ name: String, of part: String? = nil, in language: String? = nil) -> [String]? {
    all.first {
      $0.name == name && $0.language == language && (part == nil || $0.parts.first == part)
    }?.values
  }

  func text(_ name: String, in language: String? = nil) -> String? {
    (language.flatMap { values(name, in: $0) } ?? values(name))?.first
  }

  /// Whether any variable says by what its rows are told apart: then rows of zeros are left out.
  var hasKeys: Bool { all.contains { $0.name == "KEYS" } }

  /// The languages of the file, its own first; its own is `nil` when it does not tell.
  var languages: [String?] {
    let own = text("LANGUAGE")
    return [own] + (values("LANGUAGES") ?? []).filter { $0 != own }
  }

  /// The remarks to the whole table.
  func notes(in language: String?) -> [String] {
    let notes = all.filter { ["NOTE", "NOTEX"].contains($0.name) && $0.parts.isEmpty }
    let wanted = notes.filter { $0.language == language }
    return (wanted.isEmpty ? notes.filter { $0.language == nil } : wanted).flatMap(\.values)
  }
}
