/// A place in a text file; both are counted from 1.
package struct SourcePosition: Codable, Sendable, Hashable {
  package var line: Int
  package var column: Int
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A study together with where each of its entries stands in the file, for error messages.
package struct StudyDocument: Sendable {
  package var study: Study
  /// The path of the study file as the user gave it.
  package var file: String
  /// By path of the entry: `items.unsafe-dark.column`, `design.weight`, `dimensions.area`.
  package var positions: [String: SourcePosition]
  /// What is wrong in the form of the file; such an entry stands empty or not at all in the study.
  package var formProblems: [Problem]
  package init(
    study: Study, file: String, positions: [String: SourcePosition], formProblems: [Problem] = []
  ) {
    self.study = study
    self.file = file
    self.positions = positions
    self.formProblems = formProblems
  }

  /// The position of the entry, or of the nearest entry that contains it.
  package func position(of path: String) -> SourcePosition? {
    var path = path[...]
    while true {
      if let found = positions[String(path)] { return found }
      guard let dot = path.lastIndex(of: ".") else { return nil }
      path = path[..<dot]
    }
  }
}
