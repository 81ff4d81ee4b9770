import Foundation

/// The built program, run as a person runs it.
enum Program {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What `TRYGGHET_PROGRAM` names, or the one that the tests were built with.
  static let url: URL = {
    let named = ProcessInfo.processInfo.environment["TRYGGHET_PROGRAM"]
    return named.map { URL(filePath: $0, relativeTo: root) }
      ?? root.appending(path: ".build/debug/trygghet")
  }()

  struct Outcome: Sendable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs to the end, in English.
  static func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  static func run(_ arguments: [String]) throws -> Outcome {
    let process = Process()
    let output = try Capture()
    let errors = try Capture()
    process.executableURL = url
    process.arguments = arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try output.text(), errors: try errors.text())
  }

  static let environment: [String: String] = {
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "en_GB.UTF-8"
    environment["SWIFT_BACKTRACE"] = "enable=no"
    return environment
  }()
}

/// What a process writes, in a file: a pipe that nobody empties would stop it.
struct Capture {
  let url: URL
  let handle: FileHandle

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "output-\(ProcessInfo.processInfo.globallyUniqueString)")
    try Data().write(to: url)
    handle = try FileHandle(forWritingTo: url)
  }

  /// What was written; the file is gone afterwards.
  func text() throws -> String {
    defer { try? FileManager.default.removeItem(at: url) }
    return try peek()
  }

  func peek() throws -> String { String(decoding: try Data(contentsOf: url), as: UTF8.self) }
}
