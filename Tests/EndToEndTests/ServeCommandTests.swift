import Foundation
import Testing

@Suite("trygghet serve")
struct ServeCommandTests {
  @Test("stops cleanly and in time when told to", arguments: [SIGINT, SIGTERM])
  func stops(signal: Int32) async throws {
    try await withEmptyData { data in
      let server = try Server(data)
      #expect(try await server.get("/sv/").status == 200)
      let outcome = try server.stop(with: signal)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors == "")
    }
  }

  @Test("says which port is taken, and what to do")
  func taken() async throws {
    try await withEmptyData { data in
      let server = try Server(data)
      let outcome = try Program.run("serve", "--data", data, "--port", String(server.port))
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains(String(server.port)))
      #expect(outcome.errors.contains("--find-port"))
      _ = try server.stop(with: SIGTERM)
    }
  }

  @Test("refuses a directory without anything in it")
  func missing() throws {
    let outcome = try Program.run("serve", "--data", "/nonexistent/trygghet")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("/nonexistent/trygghet"))
    #expect(!outcome.errors.contains("⟦"))
  }

  @Test("refuses a port that is none", arguments: ["-1", "65536", "http"])
  func port(text: String) throws {
    let outcome = try Program.run("serve", "--data", "/nonexistent", "--port=\(text)")
    #expect(outcome.status == 64)
  }

  /// A data directory with nothing published in it.
  private func withEmptyData(_ body: (String) async throws -> Void) async throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "serve-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let file = directory.appending(path: "municipality.yaml")
    try Data(Self.municipality.utf8).write(to: file)
    let data = directory.appending(path: "data").path
    let imported = try Program.run("goals", "import", file.path, "--data", data)
    try #require(imported.status == 0, "\(imported.errors)")
    try await body(data)
  }

  private static let municipality = """
    municipality:
      code: "0000"
      name: {sv: Ekby kommun, en: Municipality of Ekby}
      example: true
    """
}
