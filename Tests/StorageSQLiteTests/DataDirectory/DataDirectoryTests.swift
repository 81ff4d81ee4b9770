import Foundation
import GRDB
import SafetyModel
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("A data directory")
struct DataDirectoryTests {
  private let temporary: TemporaryDirectory
  init() throws { temporary = try TemporaryDirectory() }

  @Test("is readable by its owner only, with every file in it")
  func modes() async throws {
    let directory = try DataDirectory.open(temporary.data)
    _ = try await SQLitePublicationStore(directory).append(
      InventedPublication.make(), answers: InventedAnswers.make())
    #expect(try mode(temporary.data) == 0o700)
    let names = try FileManager.default.contentsOfDirectory(atPath: temporary.data).sorted()
    #expect(
      names == [
        "trygghet.lock", "trygghet.sqlite", "trygghet.sqlite-shm", "trygghet.sqlite-wal",
      ])
    for name in names { #expect(try mode(temporary.data + "/" + name) == 0o600, "\(name)") }
    try directory.close()
  }

  @Test("survives a power cut: the settings are as asked for, on the connection that writes")
  func settings() throws {
    let directory = try DataDirectory.open(temporary.data)
    func setting(_ name: String) throws -> String? {
      try directory.pool.writeWithoutTransaction { db in
        try String.fetchOne(db, sql: "PRAGMA \(name)")
      }
    }
    #expect(try setting("synchronous") == "2")
    #expect(try setting("journal_mode") == "wal")
    #expect(try setting("foreign_keys") == "1")
    #expect(try setting("secure_delete") == "1")
    #expect(try setting("busy_timeout") == "10000")
    try directory.close()
  }

  @Test("is refused when a commit would not be on disk at once", arguments: ["NORMAL", "OFF"])
  func notPowerSafe(synchronous: String) throws {
    let directory = try DataDirectory.open(temporary.data)
    try directory.pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = \(synchronous)")
      #expect(
        problemKeys { try DatabaseOpening.requirePowerSafety(db) } == ["storage.notPowerSafe"])
    }
    try directory.close()
  }

  @Test("is refused when its journal is another")
  func otherJournal() throws {
    let queue = try DatabaseQueue(path: temporary.path + "/plain.sqlite")
    try queue.writeWithoutTransaction { db in
      #expect(
        problemKeys { try DatabaseOpening.requirePowerSafety(db) } == ["storage.notPowerSafe"])
    }
  }

  @Test("takes over an empty database, such as a start that was killed leaves")
  func emptyDatabase() throws {
    try DirectoryLayout(temporary.data).create()
    try DurableFile.create(temporary.database)
    try DataDirectory.open(temporary.data).close()
    try DataDirectory.open(temporary.data).close()
  }

  @Test("is refused when the database is not ours")
  func foreign() throws {
    try DirectoryLayout(temporary.data).create()
    let queue = try DatabaseQueue(path: temporary.database)
    try queue.write { try $0.execute(sql: "CREATE TABLE other (x)") }
    try queue.close()
    #expect(problemKeys { _ = try DataDirectory.open(temporary.data) } == ["storage.foreignFile"])
  }

  @Test("is refused when the path is a file, or the database no database")
  func notADirectory() throws {
    try DurableFile.create(temporary.path + "/file")
    #expect(
      problemKeys { _ = try DataDirectory.open(temporary.path + "/file") } == ["storage.failed"])
    try DirectoryLayout(temporary.data).create()
    try Data("not a database at all, but long enough to look like something".utf8)
      .write(to: URL(fileURLWithPath: temporary.database))
    #expect(problemKeys { _ = try DataDirectory.open(temporary.data) } == ["storage.failed"])
  }
}
