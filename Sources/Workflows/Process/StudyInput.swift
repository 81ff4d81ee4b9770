import Foundation
package import SafetyModel

/// A study with its data and the outlines of its areas, as they were read.
package struct StudyInput: Sendable {
  package var document: StudyDocument
  package var table: SourceTable
  /// `nil` when the study has no area file.
  package var areas: [AreaGeometry]?

  package init(document: StudyDocument, table: SourceTable, areas: [AreaGeometry]?) {
    self.document = document
    self.table = table
    self.areas = areas
  }

  /// Reads the study file, the data file and the area file.
  ///
  /// When the form of the study file is wrong, or a file that it names cannot be read, whatever
  /// else can be found wrong is told along with it.
  ///
  /// - Throws: `Problems` with everything wrong.
  package static func read(_ path: String, with readers: FileReaders) throws -> StudyInput {
    let document = try readers.studies.readStudy(path)
    let form = FaultyForm(document)
    let reading = StudyReading(document: document, readers: readers)
    var unreadable: [Problem] = []
    var table: SourceTable?
    var areas: [AreaGeometry]?
    if form.isSound("data") {
      try attempt(&unreadable) { table = try reading.table() }
      try attempt(&unreadable) { areas = try reading.areas() }
    }
    let isRead = table != nil && unreadable.isEmpty
    if isRead, document.formProblems.isEmpty, let table {
      return StudyInput(document: document, table: table, areas: areas)
    }
    let within =
      table.map {
        StudyCheck(StudyInput(document: document, table: $0, areas: areas)).problems()
      } ?? StudyCheck.references(in: document)
    throw Problems(
      (document.formProblems + within.filter(form.standsByItself)).inOrder + unreadable)
  }

  /// A path in a study file is meant from where the study file lies.
  package static func path(_ name: String, besides studyPath: String) -> String {
    guard !name.hasPrefix("/"), let slash = studyPath.lastIndex(of: "/") else { return name }
    return studyPath[...slash] + name
  }

  private static func attempt(_ problems: inout [Problem], _ read: () throws -> Void) throws {
    do {
      try read()
    } catch let found as Problems {
      problems += found.list
    }
  }

}

/// Reads the files that a study names.
private struct StudyReading {
  let document: StudyDocument
  let readers: FileReaders

  func table() throws -> SourceTable {
    let data = document.study.data
    let path = StudyInput.path(data.file, besides: document.file)
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    guard let reader = readers.data.first(where: { $0.fileEndings.contains(ending) }) else {
      let known = readers.data.flatMap(\.fileEndings).map { "." + $0 }.joined(separator: ", ")
      throw Problems([
        document.problem(
          "file.unknownEnding", .error, ["ending": ending, "endings": known], at: "data.file")
      ])
    }
    try require(path, "check.dataFileMissing", data.file, at: "data.file")
    return try reader.read(path, as: data, limits: readers.limits)
  }

  func areas() throws -> [AreaGeometry]? {
    let data = document.study.data
    guard let name = data.areasFile else { return nil }
    let path = StudyInput.path(name, besides: document.file)
    try require(path, "check.areasFileMissing", name, at: "data.areas")
    return try readers.areas.readAreas(path, codeProperty: data.areaCodeProperty)
  }

  private func require(
    _ path: String, _ key: String, _ name: String, at place: String
  ) throws {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    throw Problems([document.problem(key, .error, ["path": name], at: place)])
  }
}
