import Foundation
import GRDB
import SafetyModel
import TestSupport
import Testing
import Workflows

@testable import StorageSQLite

@Suite("Bits that flip on the disk")
struct BitFlipTests {
  /// Flips in unused parts of a page may pass; SQLite alone finds a third of them.
  @Test("are noticed whenever they change anything stored", arguments: [UInt64(2025)])
  func flips(seed: UInt64) async throws {
    let temporary = try TemporaryDirectory()
    try await temporary.publish(4, rows: 300, items: 10)
    let original = [UInt8](try Data(contentsOf: URL(fileURLWithPath: temporary.database)))
    let content = try #require(Content(temporary.database))
    var generator = SplitMix(state: seed)
    var changed = 0
    var unnoticed: [String] = []
    for _ in 1...200 {
      let place = Int(generator.next() % UInt64(original.count))
      let bit = UInt8(1) << UInt8(generator.next() % 8)
      var flipped = original
      flipped[place] ^= bit
      for ending in ["-wal", "-shm"] { unlink(temporary.database + ending) }
      try Data(flipped).write(to: URL(fileURLWithPath: temporary.database))
      let isWhole = verifies(temporary.data)
      guard Content(temporary.database) != content else { continue }
      changed += 1
      if isWhole { unnoticed.append("bit \(bit) of byte \(place)") }
    }
    #expect(unnoticed == [], "seed \(seed)")
    #expect(changed > 100, "most of the file is content")
  }

  private func verifies(_ directory: String) -> Bool {
    let report = try? SQLiteSafekeeping().verify(directory, progress: SilentProgress())
    return report?.isWhole ?? false
  }
}

/// Everything stored, read by plain SQL; `nil` when it cannot be read.
private struct Content: Equatable {
  private var rows: [[DatabaseValue]] = []

  init?(_ database: String) {
    do {
      let queue = try DatabaseOpening.readable(database)
      rows = try queue.read { db in
        try [
          "municipalityVersion", "retrieval", "publication", "chainEnd", "answers", "answerColumn",
          "ledger", "ledgerEnd",
        ].flatMap {
          try Row.fetchAll(db, sql: "SELECT * FROM \($0) NOT INDEXED ORDER BY rowid")
            .map { Array($0.databaseValues) }
        }
          + Row.fetchAll(db, sql: "SELECT * FROM observation NOT INDEXED")
          .map { Array($0.databaseValues) }
      }
      try queue.close()
    } catch {
      return nil
    }
  }
}
