import SafetyModel
import Synchronization
import TestSupport
import Testing

@testable import Workflows

@Suite("A municipality's file in and out")
struct MunicipalityFilesTests {
  private struct FixedClock: WallClock {
    func now() -> String { "2026-02-10T08:00:00Z" }
  }
  private struct PlainWriter: MunicipalityFileWriter {
    func write(_ municipality: Municipality, goal: Goal?) -> String {
      "canonical \(municipality.code) \(goal == nil ? "-" : "goal")"
    }
  }

  private let store = VersionsInMemory()
  private var importing: ImportMunicipality {
    ImportMunicipality(store: store, clock: FixedClock())
  }
  private var exporting: ExportMunicipality {
    ExportMunicipality(store: store, writer: PlainWriter())
  }
  private func file(_ code: String, _ text: String) -> MunicipalityFile {
    MunicipalityFile(
      municipality: Municipality(code: code, name: LocalisedText(["sv": "K"]), isExample: false),
      goal: nil, bytes: Array(text.utf8))
  }

  @Test("comes back to the byte, and as canonical form when asked")
  func bytes() async throws {
    let text = "# comment\r\nmunicipality: {}  # å\n"
    _ = try await importing(file("1290", text), who: "Anna", why: "")
    #expect(try await exporting(version: nil, canonical: false) == Array(text.utf8))
    #expect(
      try await exporting(version: 1, canonical: true) == Array("canonical 1290 -".utf8))
    await #expect(throws: Problems.self) { try await exporting(version: 2, canonical: false) }
  }

  @Test("a version that came from elsewhere is written in canonical form")
  func elsewhere() async throws {
    try await store.save(InventedPublication.municipality, goal: InventedPublication.goal)
    #expect(
      try await exporting(version: nil, canonical: false) == Array("canonical  goal".utf8))
  }

  @Test("a change needs a reason, the first version and an unchanged file need none")
  func reason() async throws {
    let first = try await importing(file("1290", "a"), who: "Anna", why: "")
    #expect(first.isNew)
    #expect(
      first.change.note == ChangeNote(who: "Anna", why: "", at: "2026-02-10T08:00:00Z"))
    let again = try await importing(file("1290", "a"), who: "Bo", why: "")
    #expect(!again.isNew)
    #expect(again.change == first.change)
    await #expect(throws: Problems([Problem("goals.noReason")])) {
      try await importing(file("1290", "b"), who: "Bo", why: " ")
    }
    #expect(try await store.changes().count == 1)
    let second = try await importing(file("1290", "b"), who: "Bo", why: "decided")
    #expect(second.change.number == 2)
    #expect(try await store.version(1)?.change.note.who == "Anna")
  }
}

/// Versions held in memory.
private final class VersionsInMemory: MunicipalityStore {
  private let versions = Mutex<[MunicipalityVersion]>([])
  func latest() async throws -> MunicipalityVersion? { versions.withLock { $0.last } }
  func version(_ number: Int) async throws -> MunicipalityVersion? {
    versions.withLock { held in held.first { $0.change.number == number } }
  }
  func changes() async throws -> [MunicipalityChange] {
    versions.withLock { $0.reversed().map(\.change) }
  }
  func save(_ municipality: Municipality, goal: Goal?, file: [UInt8]?, note: ChangeNote)
    async throws -> MunicipalityChange
  {
    versions.withLock { held in
      let change = MunicipalityChange(number: held.count + 1, note: note)
      held.append(
        MunicipalityVersion(change: change, municipality: municipality, goal: goal, file: file))
      return change
    }
  }
}
