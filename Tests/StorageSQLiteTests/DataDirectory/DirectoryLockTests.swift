import Foundation
import SafetyModel
import Testing

@testable import StorageSQLite

@Suite("The lock of a data directory")
struct DirectoryLockTests {
  private let temporary: TemporaryDirectory
  init() throws { temporary = try TemporaryDirectory() }

  @Test("refuses a second opening, and names the directory and the process that has it")
  func second() throws {
    let first = try DataDirectory.open(temporary.data)
    let refused = #expect(throws: Problems.self) { try DataDirectory.open(temporary.data) }
    #expect(
      refused?.list == [
        Problem(
          "storage.inUse", arguments: ["directory": temporary.data, "pid": String(getpid())])
      ])
    try first.close()
    try DataDirectory.open(temporary.data).close()
  }

  @Test("refuses another process, and names this one")
  func otherProcess() async throws {
    let first = try DataDirectory.open(temporary.data)
    await #expect(processExitsWith: .exitCode(7)) {
      [path = temporary.data as String, pid = String(getpid()) as String] in
      do {
        _ = try DataDirectory.open(path)
      } catch let problems as Problems {
        let expected = Problem("storage.inUse", arguments: ["directory": path, "pid": pid])
        exit(problems.list == [expected] ? 7 : 1)
      }
    }
    try first.close()
  }

  @Test("is given back when the process that has it is killed")
  func killed() async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = temporary.data as String] in
      _ = try DataDirectory.open(path)
      kill(getpid(), SIGKILL)
    }
    try DataDirectory.open(temporary.data).close()
  }

  @Test("is not passed on to child processes")
  func child() throws {
    let directory = try DataDirectory.open(temporary.data)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sleep")
    process.arguments = ["5"]
    try process.run()
    try directory.close()
    try DataDirectory.open(temporary.data).close()
    process.terminate()
    process.waitUntilExit()
  }

  @Test("follows no symbolic link")
  func link() throws {
    let layout = DirectoryLayout(temporary.data)
    try layout.create()
    try FileManager.default.createSymbolicLink(
      atPath: layout.lock, withDestinationPath: temporary.path + "/elsewhere")
    #expect(problemKeys { _ = try DataDirectory.open(temporary.data) } == ["storage.failed"])
    #expect(!FileManager.default.fileExists(atPath: temporary.path + "/elsewhere"))
  }
}
