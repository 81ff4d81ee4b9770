import Foundation

/// The numbers of a golden csv file, row by row: without comments and heading.
func goldenRows(_ path: String) throws -> [[Double]] {
  let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden").appendingPathComponent(path)
  return try String(contentsOf: golden, encoding: .utf8).split(separator: "\n")
    .filter { !$0.hasPrefix("#") }.dropFirst()
    .map { $0.split(separator: ",").compactMap { Double($0) } }
}
