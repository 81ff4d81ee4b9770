import Foundation
import GRDB
import SafetyModel
import StorageContract
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("A full disk")
struct FullDiskTests {
  /// SQLite's own limit of pages answers just as a full disk does.
  @Test("is told, changes nothing, and is over when there is space again")
  func full() async throws {
    let temporary = try TemporaryDirectory()
    try await temporary.publish(1)
    let directory = try DataDirectory.open(temporary.data)
    try setPageLimit(1, of: directory)
    let store = SQLitePublicationStore(directory)
    let problems = await #expect(throws: Problems.self) {
      try await store.append(
        InventedPublication.make(wave: 2024), answers: InventedAnswers.make(rows: 5000))
    }
    #expect(problems?.list.map(\.key) == ["storage.failed"])
    #expect(problems?.list.first?.arguments["reason"] == "database or disk is full")
    #expect(try await store.history().count == 1)
    try setPageLimit(1_000_000, of: directory)
    let published = try await store.append(
      InventedPublication.make(wave: 2024), answers: InventedAnswers.make(rows: 5000))
    #expect(published.number == 2)
    try directory.close()
  }

  /// A limit below the present size means the present size.
  private func setPageLimit(_ pages: Int, of directory: DataDirectory) throws {
    try directory.pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
  }
}
