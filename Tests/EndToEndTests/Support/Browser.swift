import Foundation
import Testing

/// The checks that need a browser; `Tools/install test` sets up what they need.
enum Browser {
  private static let python = Program.root.appending(path: ".tools/venv/bin/python").path
  private static let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"]

  static let absent: Comment = "Chromium or .tools/venv is absent: run Tools/install test"
  static var isThere: Bool {
    let files = FileManager.default
    return files.isExecutableFile(atPath: python)
      && chromium.contains { files.isExecutableFile(atPath: $0) }
  }

  static func check(_ address: URL) throws -> Program.Outcome {
    let process = Process()
    let output = try Capture()
    let errors = try Capture()
    process.executableURL = URL(filePath: python)
    process.arguments = [
      Program.root.appending(path: "Tools/browser/check.py").path, address.absoluteString,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try process.run()
    process.waitUntilExit()
    return Program.Outcome(
      status: process.terminationStatus, output: try output.text(), errors: try errors.text())
  }
}
