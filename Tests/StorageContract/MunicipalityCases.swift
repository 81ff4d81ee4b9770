import SafetyModel
import TestSupport
import Testing
import Workflows

extension StorageContract {
  static let municipalityCases = [
    ContractCase("knows no municipality before anyone has told") { storage async throws in
      #expect(try await storage.municipality.municipality() == nil)
      #expect(try await storage.municipality.goal() == nil)
    },
    ContractCase("keeps the municipality and its goal, also when opened again") { storage in
      try await storage.municipality.save(
        InventedPublication.municipality, goal: InventedPublication.goal)
      let again = try await storage.reopened()
      #expect(try await again.municipality.municipality() == InventedPublication.municipality)
      #expect(try await again.municipality.goal() == InventedPublication.goal)
    },
    ContractCase("replaces the municipality and its goal in one step") { storage in
      try await storage.municipality.save(
        InventedPublication.municipality, goal: InventedPublication.goal)
      let other = Municipality(
        code: "0000", name: LocalisedText(["sv": "Å\u{301} \0 \"<&", "ar": "بلدية"]),
        isExample: false)
      try await storage.municipality.save(other, goal: nil)
      #expect(try await storage.municipality.municipality() == other)
      #expect(try await storage.municipality.goal() == nil)
    },
  ]
}
