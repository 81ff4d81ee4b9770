import Foundation
package import Testing

/// Compares what a program writes with a file that a person has looked at.
///
/// The files stand in `Golden/` beside the test that asks. `RECORD_GOLDEN=1` writes them anew and
/// makes the test fail, so that a recording run never passes unnoticed:
///
///     RECORD_GOLDEN=1 swift test --filter ChartsTests; git diff Tests/ChartsTests/Golden
package enum Golden {
  /// Whether this run records instead of comparing.
  package static var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
  }

  /// Expects `actual` to be what the golden file holds.
  ///
  /// `name` may have folders; `file` is found by the compiler.
  package static func expect(
    _ actual: String, _ name: String, file: String = #filePath,
    at location: SourceLocation = #_sourceLocation
  ) {
    let url = URL(fileURLWithPath: file).deletingLastPathComponent()
      .appending(path: "Golden").appending(path: name)
    if isRecording {
      record(actual, to: url, at: location)
      return
    }
    guard let expected = try? String(contentsOf: url, encoding: .utf8) else {
      Issue.record(
        "There is no golden file \(name); record it with RECORD_GOLDEN=1.", sourceLocation: location
      )
      return
    }
    if actual != expected {
      Issue.record(
        "\(name) differs from its golden file. \(difference(expected, actual))",
        sourceLocation: location)
    }
  }

  private static func record(_ actual: String, to url: URL, at location: SourceLocation) {
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: url)
      Issue.record("Recorded \(url.lastPathComponent).", sourceLocation: location)
    } catch {
      Issue.record("Could not record \(url.path): \(error)", sourceLocation: location)
    }
  }

  /// The first line that differs.
  private static func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    func text(_ lines: [Substring]) -> String {
      line < lines.count ? String(lines[line].prefix(200)) : "(end)"
    }
    return "Line \(line + 1) was: \(text(old)) and is: \(text(new))"
  }
}
