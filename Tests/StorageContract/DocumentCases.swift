import SafetyModel
import TestSupport
import Testing
import Workflows

extension StorageContract {
  static let documentCases = [
    ContractCase("knows no register, sources or preconditions before they are told") {
      storage async throws in
      #expect(try await storage.registers.register() == nil)
      #expect(try await storage.registers.register(version: 1) == nil)
      #expect(try await storage.registers.changes() == [])
      #expect(try await storage.sources.entries() == [])
      #expect(try await storage.sources.states() == [])
      #expect(try await storage.preconditions.preconditions() == nil)
    },
    ContractCase("keeps every version of the register, with who, why and when") {
      storage async throws in
      let first = InventedDocuments.register(name: "A\u{30A} <&\"")
      let second = InventedDocuments.register(name: "Ö")
      let note = ChangeNote(who: "Eva", why: "2023", at: "2025-01-01T00:00:00Z")
      #expect(try await storage.registers.save(first, note: note)?.number == 1)
      #expect(try await storage.registers.save(first, note: note) == nil)
      #expect(try await storage.registers.save(second, note: note)?.number == 2)
      let again = try await storage.reopened().registers
      #expect(try await again.register() == second)
      #expect(try await again.register(version: 1) == first)
      #expect(try await again.register(version: 3) == nil)
      #expect(try await again.changes().map(\.number) == [2, 1])
      #expect(try await again.changes().first?.note == note)
    },
    ContractCase("keeps sources, and how each was reached, apart from each other") {
      storage async throws in
      let note = ChangeNote(who: "Eva", why: "", at: "2025-01-01T00:00:00Z")
      let entry = InventedDocuments.entry
      #expect(try await storage.sources.save([entry], note: note)?.number == 1)
      var state = SourceState(
        source: entry.code, triedAt: "2025-01-02T00:00:00Z", fault: "fetch.refused")
      try await storage.sources.save(state)
      state.fault = nil
      state.tag = "\"a\""
      try await storage.sources.save(state)
      let again = try await storage.reopened().sources
      #expect(try await again.entries() == [entry])
      #expect(try await again.states() == [state])
      #expect(try await again.changes().map(\.number) == [1])
    },
    ContractCase("keeps every version of the preconditions") { storage async throws in
      let note = ChangeNote(who: "Eva", why: "", at: "2025-01-01T00:00:00Z")
      let all = InventedDocuments.preconditions
      #expect(try await storage.preconditions.save(all, note: note)?.number == 1)
      #expect(try await storage.preconditions.save(all, note: note) == nil)
      let again = try await storage.reopened().preconditions
      #expect(try await again.preconditions() == all)
      #expect(try await again.preconditions(version: 1) == all)
      #expect(try await again.changes().count == 1)
    },
  ]
}
