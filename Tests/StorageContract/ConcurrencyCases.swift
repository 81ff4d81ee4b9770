import SafetyModel
import TestSupport
import Testing
import Workflows

extension StorageContract {
  static let concurrencyCases = [
    ContractCase("numbers publications that come at the same time one after the other") { storage in
      let template = InventedPublication.make()
      try await withThrowingTaskGroup { group in
        for _ in 1...12 { group.addTask { _ = try await storage.append(template) } }
        try await group.waitForAll()
      }
      let history = try await storage.publications.history()
      #expect(history.map(\.number) == (1...12).reversed())
      #expect(history.map(\.corrects) == (1...11).reversed() + [nil])
      #expect(try await storage.publications.waves(of: template.series).map(\.number) == [12])
    },
    ContractCase("shows readers whole publications while others are written") { storage in
      let template = InventedPublication.make()
      try await withThrowingTaskGroup { group in
        group.addTask {
          for _ in 1...10 { _ = try await storage.append(template) }
        }
        for _ in 1...3 {
          group.addTask { try await readWhole(storage, until: 10) }
        }
        try await group.waitForAll()
      }
    },
  ]

  /// Reads until the last publication is seen; everything listed must be there with its answers.
  private static func readWhole(_ storage: StorageUnderTest, until last: Int) async throws {
    var seen = 0
    while seen < last {
      try Task.checkCancellation()
      let history = try await storage.publications.history()
      #expect(history.map(\.number) == (0..<history.count).map { history.count - $0 })
      #expect(history.count >= seen, "nothing that was seen goes away")
      seen = history.count
      guard seen > 0 else { continue }
      #expect(try await storage.publications.publication(seen)?.number == seen)
      let answers = try await storage.answers.answers(of: seen)
      #expect(answers.map { $0.isIdentical(to: InventedAnswers.make()) } == true)
      #expect(try await storage.publications.waves(of: InventedPublication.series).count == 1)
    }
  }
}
