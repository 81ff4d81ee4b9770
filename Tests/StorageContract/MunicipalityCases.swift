import SafetyModel
import TestSupport
import Testing
import Workflows

extension StorageContract {
  static let municipalityCases = [
    ContractCase("knows no municipality before anyone has told") { storage async throws in
      #expect(try await storage.municipality.latest() == nil)
      #expect(try await storage.municipality.goal() == nil)
      #expect(try await storage.municipality.changes() == [])
      #expect(try await storage.municipality.version(1) == nil)
    },
    ContractCase("keeps the municipality and its goal, also when opened again") {
      storage async throws in
      try await storage.municipality.save(
        InventedPublication.municipality, goal: InventedPublication.goal)
      let again = try await storage.reopened()
      #expect(try await again.municipality.municipality() == InventedPublication.municipality)
      #expect(try await again.municipality.goal() == InventedPublication.goal)
    },
    ContractCase("replaces the municipality and its goal in one step") {
      storage async throws in
      try await storage.municipality.save(
        InventedPublication.municipality, goal: InventedPublication.goal)
      let other = Municipality(
        code: "0000", name: LocalisedText(["sv": "Å\u{301} \0 \"<&", "ar": "بلدية"]),
        isExample: false)
      try await storage.municipality.save(other, goal: nil)
      #expect(try await storage.municipality.municipality() == other)
      #expect(try await storage.municipality.goal() == nil)
    },
    ContractCase("keeps every version with who, when and why, and the file to the byte") {
      storage async throws in
      let store = storage.municipality
      let notes = (1...3).map {
        ChangeNote(who: "person \($0)", why: "reason \($0)", at: "2026-01-0\($0)T00:00:00Z")
      }
      let file: [UInt8] = [0x23, 0x20, 0xC3, 0xA5, 0x0D, 0x0A, 0x00]
      let municipality = InventedPublication.municipality
      _ = try await store.save(municipality, goal: nil, file: file, note: notes[0])
      _ = try await store.save(
        municipality, goal: InventedPublication.goal, file: nil, note: notes[1])
      let third = try await store.save(municipality, goal: nil, file: [], note: notes[2])
      #expect(third == MunicipalityChange(number: 3, note: notes[2]))
      let again = try await storage.reopened().municipality
      #expect(try await again.changes().map(\.number) == [3, 2, 1])
      #expect(try await again.changes().map(\.note) == notes.reversed())
      #expect(try await again.version(1)?.file == file)
      #expect(try await again.version(2)?.goal == InventedPublication.goal)
      #expect(try await again.version(2)?.file == nil)
      #expect(try await again.latest()?.file == [])
      #expect(try await again.version(4) == nil)
    },
    ContractCase("makes no new version of what is unchanged") {
      storage async throws in
      let store = storage.municipality
      let note = InventedChange.note
      let municipality = InventedPublication.municipality
      let first = try await store.save(municipality, goal: nil, file: [1], note: note)
      var later = note
      later.who = "someone else"
      #expect(try await store.save(municipality, goal: nil, file: [1], note: later) == first)
      // Other bytes are another file, whatever they say.
      #expect(try await store.save(municipality, goal: nil, file: [2], note: later).number == 2)
      #expect(try await store.save(municipality, goal: nil, file: nil, note: later).number == 3)
    },
  ]
}
