import SafetyModel
import Workflows

extension FileReaders {
  /// A table by itself, such as a frame: by the ending of its name.
  ///
  /// - Throws: `Problems` when nobody reads such files, or the table cannot be read.
  func table(_ path: String, delimiter: String? = nil) throws -> SourceTable {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard let reader = data.first(where: { $0.fileEndings.contains(ending) }) else {
      let known = data.flatMap(\.fileEndings).map { "." + $0 }.joined(separator: ", ")
      throw Problems([
        Problem("file.unknownEnding", arguments: ["ending": ending, "endings": known], file: path)
      ])
    }
    let description = DataDescription(
      file: path, delimiter: delimiter == "tab" ? "\t" : delimiter)
    return try reader.read(path, as: description, limits: limits)
  }
}
