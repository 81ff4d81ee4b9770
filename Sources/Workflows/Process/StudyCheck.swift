package import SafetyModel

/// Finds everything that is wrong between a study, its data and its areas, in one go.
///
/// A problem points at the entry of the study file that has to do with it, and names rows of the
/// data file. It carries no answer but a value that the study doesn't know.
package struct StudyCheck {
  let document: StudyDocument
  let table: SourceTable
  /// `nil` when the study has no area file.
  let areas: [AreaGeometry]?
  let columns: AnswerColumns

  /// Prepares a check of a study and what it names.
  package init(_ input: StudyInput) {
    document = input.document
    table = input.table
    areas = input.areas
    columns = AnswerColumns(study: input.document.study, table: input.table)
  }

  var study: Study { document.study }

  /// Everything found, in the order of the study file, errors and warnings.
  package func problems() -> [Problem] {
    var found = Self.references(in: document) + columnProblems() + areaProblems()
    if table.rowCount == 0 {
      found.append(problem("check.noRows", at: "data.file"))
    } else {
      found += answerProblems() + derivedProblems() + designProblems() + idProblems()
      found += nonresponseProblems() + calibrationProblems()
    }
    return found.inOrder
  }

  /// A problem with the entry at a path of the study file.
  func problem(
    _ key: String, _ severity: Problem.Severity = .error, _ arguments: [String: String] = [:],
    at path: String, rows: [Int] = [], variable: String? = nil
  ) -> Problem {
    document.problem(key, severity, arguments, at: path, rows: rows, variable: variable)
  }
}

extension StudyDocument {
  /// A problem with the entry at a path of the study file.
  func problem(
    _ key: String, _ severity: Problem.Severity = .error, _ arguments: [String: String] = [:],
    at path: String, rows: [Int] = [], variable: String? = nil
  ) -> Problem {
    Problem(
      key, severity: severity, arguments: arguments, file: file, position: position(of: path),
      rows: rows, variable: variable)
  }
}

extension [Problem] {
  /// By place in the file; problems of the same place in the order that they were found.
  var inOrder: [Problem] {
    enumerated().sorted { a, b in
      let (first, second) = (a.element.position, b.element.position)
      let (line, otherLine) = (first?.line ?? 0, second?.line ?? 0)
      let (column, otherColumn) = (first?.column ?? 0, second?.column ?? 0)
      return (line, column, a.offset) < (otherLine, otherColumn, b.offset)
    }.map(\.element)
  }
}

/// The names to tell when one is unknown: the nearest ones, or else the first of them all.
func namesNear(_ name: String, among names: [String]) -> String {
  let near = nearestNames(to: name, among: names)
  if !near.isEmpty { return near.joined(separator: ", ") }
  let first = names.sorted().prefix(12).joined(separator: ", ")
  return names.count > 12 ? first + ", …" : first
}
