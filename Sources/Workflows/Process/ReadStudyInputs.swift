package import SafetyModel

/// A study with everything its file names: the data and the areas.
package struct StudyInputs: Sendable {
  package var document: StudyDocument
  package var table: SourceTable
  package var areas: [AreaGeometry]
  package var dataPath: String
}

/// Reads a study file, its data file and its areas.
package struct ReadStudyInputs: Sendable {
  let readers: FileReaders
  package init(readers: FileReaders) { self.readers = readers }

  /// - Throws: `Problems` with everything wrong in the file that could not be read.
  package func callAsFunction(
    _ studyPath: String, progress: any ProgressListener
  ) throws -> StudyInputs {
    let document = try readers.studies.readStudy(studyPath)
    let data = document.study.data
    let dataPath = path(data.file, besides: studyPath)
    progress.began("reading", arguments: ["file": data.file])
    let table = try reader(for: dataPath, in: document).read(
      dataPath, as: data, limits: readers.limits)
    let areas = try data.areasFile.map {
      try readers.areas.readAreas(path($0, besides: studyPath), codeProperty: data.areaCodeProperty)
    }
    progress.finished()
    return StudyInputs(
      document: document, table: table, areas: areas ?? [], dataPath: dataPath)
  }

  private func reader(
    for path: String, in document: StudyDocument
  ) throws -> any DataFileReader {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if let reader = readers.data.first(where: { $0.fileEndings.contains(ending) }) { return reader }
    throw Problems([
      Problem(
        "file.unknownEnding",
        arguments: [
          "ending": ending,
          "endings": readers.data.flatMap(\.fileEndings).map { "." + $0 }.joined(separator: ", "),
        ], file: document.file, position: document.position(of: "data.file"))
    ])
  }

  /// A path in a study file is meant from where the study file lies.
  private func path(_ name: String, besides studyPath: String) -> String {
    guard !name.hasPrefix("/"), let slash = studyPath.lastIndex(of: "/") else { return name }
    return studyPath[...slash] + name
  }
}
