/// A linear combination of figures, as an analyst writes it: `norra - 1/2*sodra - 1/2*vastra`.
///
///     contrast := [sign] term {sign term}                 sign := "+" | "-"
///     term     := [number ["/" number] "*"] figure
///     figure   := [subject ["." category] ":"] group ["@" wave]
///     group    := "everyone" | part {"/" part}            part := [dimension "="] name
///
/// A hyphen between letters or digits belongs to the name, as in `16-24`; a minus has a blank before
/// it or after it. In quotes a name may hold anything, and be a label instead of a code.
package struct Contrast: Sendable, Hashable {
  /// What stands for a group of the study, with the place where it stands.
  package struct Name: Sendable, Hashable {
    let text: String
    /// The first character is 1.
    let column: Int
    var isQuoted = false
  }

  /// One of the crossed parts of a group.
  struct Part: Sendable, Hashable {
    var dimension: Name?
    var value: Name
  }

  struct Figure: Sendable, Hashable {
    /// An item, index or variable; `nil` for the one of the table.
    var subject: Name?
    var category: Name?
    var group: [Part]
    /// A year; `nil` for the study's own wave.
    var wave: Name?
  }

  struct Term: Sendable, Hashable {
    let coefficient: Double
    let figure: Figure
  }

  /// As it was written.
  package let text: String
  let terms: [Term]

  /// Reads what was written.
  ///
  /// - Throws: `Problems` with the text and the column of what cannot be read.
  package init(_ text: String) throws {
    self.text = text
    var reader = try ContrastReader(text)
    terms = try reader.terms()
  }

  /// The items, indices and variables that are named, in order.
  package var subjects: [String] { terms.compactMap(\.figure.subject?.text) }

  /// Whether every figure names what it is about, so that the contrast belongs to no table.
  var namesItsSubjects: Bool { terms.allSatisfy { $0.figure.subject != nil } }
}
