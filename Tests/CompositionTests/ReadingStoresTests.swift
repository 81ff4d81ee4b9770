import Composition
import Foundation
import SafetyModel
import TestSupport
import Testing
import Workflows

@Suite("Stores opened for reading")
struct ReadingStoresTests {
  @Test("see what another process publishes meanwhile", arguments: StorageEngine.allCases)
  func sees(engine: StorageEngine) async throws {
    try await inDirectory { directory in
      let writing = try engine.open(directory)
      let reading = try engine.openForReading(directory)
      defer { try? reading.close() }
      #expect(try await reading.publications.history().isEmpty)
      let published = try await writing.publications.append(
        InventedPublication.make(), answers: InventedAnswers.make())
      try writing.close()
      #expect(try await reading.publications.history().map(\.number) == [published.number])
    }
  }

  @Test("let others write, and can't write themselves", arguments: StorageEngine.allCases)
  func readOnly(engine: StorageEngine) async throws {
    try await inDirectory { directory in
      try engine.open(directory).close()
      let reading = try engine.openForReading(directory)
      defer { try? reading.close() }
      let municipality = Municipality(
        code: "0000", name: LocalisedText(sv: "Ekby", en: "Ekby"), isExample: true)
      await #expect(throws: (any Error).self) {
        try await reading.municipality.save(municipality, goal: nil)
      }
      try engine.open(directory).close()
    }
  }

  @Test("are refused where there is nothing to read", arguments: StorageEngine.allCases)
  func missing(engine: StorageEngine) async throws {
    try await inDirectory { directory in
      #expect(throws: Problems.self) { try engine.openForReading(directory) }
    }
  }

  private func inDirectory(_ body: (String) async throws -> Void) async throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "reading-\(ProcessInfo.processInfo.globallyUniqueString)")
    defer { try? FileManager.default.removeItem(at: directory) }
    try await body(directory.path)
  }
}
