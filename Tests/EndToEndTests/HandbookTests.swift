import Foundation
import Testing

/// The commands that the handbook quotes, run as a reader would run them.
@Suite("The handbook's commands")
struct HandbookTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The lines of the shell blocks, in order.
  private func commands(in name: String) throws -> [String] {
    let file = Self.root.appending(path: "docs/handbook/\(name)")
    var isShell = false
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap {
      if $0.hasPrefix("```") {
        isShell = $0 == "```sh"
        return nil
      }
      return isShell ? String($0) : nil
    }
  }

  @Test("are the same in Swedish and English, but for the words of a note")
  func languages() throws {
    func withoutNotes(_ name: String) throws -> [String] {
      try commands(in: name).map { $0.replacing(/--note ".*"/, with: "--note") }
    }
    let swedish = try withoutNotes("analyst.md")
    let english = try withoutNotes("analyst.en.md")
    #expect(swedish == english)
    #expect(swedish.count >= 10)
  }

  @Test("work in the order that they stand, from nothing", .timeLimit(.minutes(20)))
  func order() throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "handbook-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    // `serve` ends when its reader ends it; it has tests of its own.
    for command in try commands(in: "analyst.md") where !command.hasPrefix("trygghet serve ") {
      let outcome = try run(command, in: directory)
      #expect(outcome.status == 0, "\(command): \(outcome.said)")
    }
  }

  @Test("find nothing to complain about in any of the five studies")
  func studies() throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "studies-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let written = try run("trygghet example exempelstad", in: directory)
    #expect(written.status == 0, "\(written.said)")
    for year in 2021...2025 {
      let outcome = try run(
        "trygghet study check exempelstad/studies/trygghet-\(year).yaml 2> said; status=$?; "
          + "test ! -s said && exit $status; cat said; exit 1", in: directory)
      #expect(outcome.status == 0, "\(outcome.said)")
    }
  }

  /// Runs a line in a shell that finds the program that the tests were built with.
  private func run(_ line: String, in directory: URL) throws -> (status: Int32, said: String) {
    let named = ProcessInfo.processInfo.environment["TRYGGHET_PROGRAM"]
    let program = URL(filePath: named ?? ".build/debug/trygghet", relativeTo: Self.root)
    let output = directory.appending(path: "output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = directory
    var environment = ProcessInfo.processInfo.environment
    let path = environment["PATH"] ?? "/usr/bin:/bin"
    environment["PATH"] = program.deletingLastPathComponent().path + ":" + path
    environment["LC_ALL"] = "en_GB.UTF-8"
    environment["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = environment
    let handle = try FileHandle(forWritingTo: output)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
  }
}
