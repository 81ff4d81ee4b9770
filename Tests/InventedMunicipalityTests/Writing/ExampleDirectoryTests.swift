import Foundation
import Testing

@testable import InventedMunicipality

@Suite("Writing the example to a directory")
struct ExampleDirectoryTests {
  private let files = [
    InventedFile(path: "a.txt", text: "ett\n"), InventedFile(path: "b/c.txt", text: "två\n"),
  ]

  private func inDirectory(_ body: (URL) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("example-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    try body(root)
  }

  @Test("writes all once, and nothing the second time")
  func twice() throws {
    try inDirectory { root in
      let directory = ExampleDirectory(path: root.path)
      let first = try directory.write(files)
      #expect(first == 2)
      let text = try String(contentsOf: root.appendingPathComponent("b/c.txt"), encoding: .utf8)
      #expect(text == "två\n")
      #expect(directory.conflicts(with: files) == [])
      let second = try directory.write(files)
      #expect(second == 0)
    }
  }

  @Test("names the files that differ, and leaves them alone")
  func conflicts() throws {
    try inDirectory { root in
      let directory = ExampleDirectory(path: root.path)
      _ = try directory.write([InventedFile(path: "a.txt", text: "mine\n")])
      #expect(directory.conflicts(with: files) == ["a.txt"])
      let written = try directory.write(files)
      #expect(written == 1)
      let text = try String(contentsOf: root.appendingPathComponent("a.txt"), encoding: .utf8)
      #expect(text == "mine\n")
    }
  }
}
