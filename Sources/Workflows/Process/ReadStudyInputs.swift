import Foundation
package import SafetyModel

/// A study with everything its file names: the data and the areas.
package struct StudyInputs: Sendable {
  package var document: StudyDocument
  package var table: SourceTable
  package var areas: [AreaGeometry]
  package var dataPath: String

  package init(
    document: StudyDocument, table: SourceTable, areas: [AreaGeometry], dataPath: String
  ) {
    self.document = document
    self.table = table
    self.areas = areas
    self.dataPath = dataPath
  }
}

/// Reads a study file, its data file and its areas.
package struct ReadStudyInputs: Sendable {
  let readers: FileReaders
  package init(readers: FileReaders) { self.readers = readers }

  /// Reads all there is to read.
  ///
  /// When a file that the study names cannot be read, what is wrong within the study file itself is
  /// told along with it.
  ///
  /// - Throws: `Problems` with everything wrong in the files that could not be read.
  package func callAsFunction(
    _ studyPath: String, progress: any ProgressListener
  ) throws -> StudyInputs {
    let document = try readers.studies.readStudy(studyPath)
    let data = document.study.data
    let dataPath = path(data.file, besides: studyPath)
    progress.began("reading", arguments: ["file": data.file])
    defer { progress.finished() }
    var problems: [Problem] = []
    var table: SourceTable?
    var areas: [AreaGeometry] = []
    try attempt(&problems) { table = try readTable(dataPath, of: document) }
    try attempt(&problems) { areas = try readAreas(besides: studyPath, of: document) }
    guard problems.isEmpty, let table else {
      throw Problems(StudyCheck.references(in: document) + problems)
    }
    return StudyInputs(document: document, table: table, areas: areas, dataPath: dataPath)
  }

  private func attempt(_ problems: inout [Problem], _ read: () throws -> Void) throws {
    do {
      try read()
    } catch let found as Problems {
      problems += found.list
    }
  }

  private func readTable(_ path: String, of document: StudyDocument) throws -> SourceTable {
    let data = document.study.data
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    guard let reader = readers.data.first(where: { $0.fileEndings.contains(ending) }) else {
      let known = readers.data.flatMap(\.fileEndings).map { "." + $0 }.joined(separator: ", ")
      throw Problems([
        document.problem(
          "check.unknownFileEnding", .error, ["ending": ending, "known": known], at: "data.file")
      ])
    }
    try requireFile(path, "check.dataFileMissing", data.file, at: "data.file", of: document)
    return try reader.read(path, as: data, limits: readers.limits)
  }

  private func readAreas(
    besides studyPath: String, of document: StudyDocument
  ) throws -> [AreaGeometry] {
    let data = document.study.data
    guard let name = data.areasFile else { return [] }
    let path = path(name, besides: studyPath)
    try requireFile(path, "check.areasFileMissing", name, at: "data.areas", of: document)
    return try readers.areas.readAreas(path, codeProperty: data.areaCodeProperty)
  }

  private func requireFile(
    _ path: String, _ key: String, _ name: String, at place: String, of document: StudyDocument
  ) throws {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    throw Problems([document.problem(key, .error, ["path": name], at: place)])
  }

  /// A path in a study file is meant from where the study file lies.
  private func path(_ name: String, besides studyPath: String) -> String {
    guard !name.hasPrefix("/"), let slash = studyPath.lastIndex(of: "/") else { return name }
    return studyPath[...slash] + name
  }
}
