import SafetyModel
import TestSupport
import Testing
import Workflows

extension StorageContract {
  static let appendCases =
    UnfitAnswers.all.map { name, answers in
      ContractCase("changes nothing when answers do not fit: \(name)") { storage in
        try await expectUnchanged(storage, afterAppending: answers)
      }
    } + [
      ContractCase("changes nothing when writing fails in the middle") { storage in
        var answers = InventedAnswers.make()
        answers.codedColumns["item.fault"] = answers.codedColumns["item.q1"]
        try await storage.setFault(true)
        try await expectUnchanged(storage, afterAppending: answers)
        try await storage.setFault(false)
        let published = try await storage.publications.append(
          InventedPublication.make(wave: 2024), answers: answers)
        #expect(published.number == 3, "no number is lost by a failure")
      },
      ContractCase("refuses to change or remove what is published") { storage in
        let published = try await storage.append(InventedPublication.make())
        try await storage.municipality.save(InventedPublication.municipality, goal: nil)
        _ = try await storage.observations.record([InventedObservations.make()])
        _ = try await storage.registers.save(
          InventedDocuments.register(name: "a"), note: ChangeNote(who: "", why: "", at: ""))
        for tampering in storage.tampering {
          await #expect(throws: (any Error).self, "\(tampering.description)") {
            try await tampering.attempt()
          }
        }
        let again = try await storage.reopened()
        #expect(try await again.publications.publication(1) == published)
        let found = try await again.answers.answers(of: 1)
        #expect(found.map { $0.isIdentical(to: InventedAnswers.make()) } == true)
      },
    ]

  /// One publication is there; the attempt throws; then all is as before, and the next is 2.
  private static func expectUnchanged(
    _ storage: StorageUnderTest, afterAppending answers: StoredAnswers
  ) async throws {
    let first = try await storage.append(InventedPublication.make(fingerprint: "first"))
    await #expect(throws: (any Error).self) {
      try await storage.publications.append(
        InventedPublication.make(fingerprint: "second"), answers: answers)
    }
    #expect(try await storage.publications.history().map(\.number) == [1])
    #expect(try await storage.publications.current(fingerprint: "first")?.number == 1)
    #expect(try await storage.publications.current(fingerprint: "second") == nil)
    #expect(try await storage.publications.publication(1) == first)
    #expect(try await storage.answers.answers(of: 2) == nil)
    let next = try await storage.append(InventedPublication.make(fingerprint: "third"))
    #expect(next.number == 2)
    #expect(next.corrects == 1)
  }
}

/// Answers that contradict themselves.
private enum UnfitAnswers {
  static let all: [(name: String, answers: StoredAnswers)] = [
    ("a weight too few", changed { $0.weights.removeLast() }),
    ("a stratum too many", changed { $0.strata?.append(1) }),
    ("a primary unit too few", changed { $0.primaryUnits = [1] }),
    ("no population size", changed { $0.populationSizes = [] }),
    ("a code too few", changed { $0.codedColumns["item.q1"]?.codes.removeLast() }),
    ("a code without category", changed { $0.codedColumns["item.q1"]?.codes[3] = 4 }),
    ("a number too many", changed { $0.numericColumns["index.disorder"]?.append(1) }),
  ]

  private static func changed(_ change: (inout StoredAnswers) -> Void) -> StoredAnswers {
    var answers = InventedAnswers.make()
    change(&answers)
    return answers
  }
}
