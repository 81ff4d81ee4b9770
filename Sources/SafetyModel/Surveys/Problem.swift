/// Something wrong in what a user gave: where it is, what it is, and what to do.
///
/// The words are in `Texts` under `problem.<key>` (what) and `problem.<key>.advice` (what to do),
/// with the arguments as placeholders. A problem never carries a respondent's answer, except a
/// value that the codebook lacks, and that is escaped where it is shown.
package struct Problem: Error, Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable, Comparable {
    case warning, error
    package static func < (a: Severity, b: Severity) -> Bool { a == .warning && b == .error }
  }
  package var severity: Severity
  package var key: String
  package var arguments: [String: String]
  package var file: String?
  package var position: SourcePosition?
  /// Rows of the data file, the first data row is 1; at most the first ten.
  package var rows: [Int]
  package var variable: String?

  package init(
    _ key: String, severity: Severity = .error, arguments: [String: String] = [:],
    file: String? = nil, position: SourcePosition? = nil, rows: [Int] = [], variable: String? = nil
  ) {
    self.severity = severity
    self.key = key
    self.arguments = arguments
    self.file = file
    self.position = position
    self.rows = rows
    self.variable = variable
  }
}

/// Everything wrong that was found in one go.
package struct Problems: Error, Sendable, Hashable {
  package var list: [Problem]
  package init(_ list: [Problem]) { self.list = list }
  package var hasErrors: Bool { list.contains { $0.severity == .error } }
}
