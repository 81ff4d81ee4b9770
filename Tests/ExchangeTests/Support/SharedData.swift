import Foundation

/// Files that are not part of the repository, and places inside it.
enum SharedData {
  /// The root of the repository.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The fixtures of these tests.
  static let fixtures = repository.appending(path: "Tests/ExchangeTests/Fixtures")

  /// Real data beside the repository, which is not committed; tests without it are skipped.
  static let shared = repository.deletingLastPathComponent().appending(path: "shared/data")

  static func has(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: shared.appending(path: folder).path)
  }

  /// The files of a folder with one of the endings, sorted by path.
  static func files(in folder: URL, ending endings: Set<String>) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? [])
      .filter { endings.contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }
}

/// A folder that is removed at the end of a test.
final class TemporaryFolder {
  let url: URL
  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "exchange-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and returns its path.
  func write(_ bytes: [UInt8], as name: String) throws -> String {
    let file = url.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }
}
