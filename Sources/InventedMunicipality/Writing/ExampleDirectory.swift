import Foundation

/// The directory that the example is written to.
package struct ExampleDirectory: Sendable {
  private let root: URL

  package init(path: String) { root = URL(fileURLWithPath: path, isDirectory: true) }

  /// The paths of files that are there already with other content; they would be overwritten.
  package func conflicts(with files: [InventedFile]) -> [String] {
    files.filter { file in
      let place = place(of: file)
      guard FileManager.default.fileExists(atPath: place.path) else { return false }
      return (try? Data(contentsOf: place)) != Data(file.text.utf8)
    }.map(\.path)
  }

  /// Writes the files that are not there yet, each whole or not at all; returns how many.
  package func write(_ files: [InventedFile]) throws -> Int {
    var written = 0
    for file in files {
      let place = place(of: file)
      guard !FileManager.default.fileExists(atPath: place.path) else { continue }
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: place, options: .atomic)
      written += 1
    }
    return written
  }

  private func place(of file: InventedFile) -> URL { root.appendingPathComponent(file.path) }
}
