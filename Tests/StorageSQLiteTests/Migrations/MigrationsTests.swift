import Foundation
import GRDB
import SafetyModel
import TestSupport
import Testing
import Workflows

@testable import StorageSQLite

@Suite("Migrations")
struct MigrationsTests {
  private let temporary: TemporaryDirectory
  init() throws { temporary = try TemporaryDirectory() }

  @Test("have names that differ")
  func names() {
    #expect(Set(Migrations.all.map(\.name)).count == Migrations.all.count)
  }

  @Test("are applied once")
  func once() throws {
    for _ in 1...2 { try DataDirectory.open(temporary.data).close() }
    #expect(try schema().contains { $0.contains("CREATE TABLE publication") })
  }

  @Test("refuse a database from a newer version, and leave it alone")
  func newer() async throws {
    try await temporary.publish(1)
    try DataDirectory(temporary.data, migrations: Migrations.all + [addTable("later")]).close()
    let before = try schema()
    #expect(problemKeys { _ = try DataDirectory.open(temporary.data) } == ["storage.newerSchema"])
    #expect(
      problemKeys {
        _ = try SQLiteSafekeeping().verify(temporary.data, progress: SilentProgress())
      } == ["storage.newerSchema"])
    #expect(try schema() == before)
  }

  @Test("happen all or not at all: a failure in the second takes the first away")
  func failure() async throws {
    try await temporary.publish(1)
    let before = try schema()
    let failing = Migration(name: "failing") { db in
      try db.execute(sql: "CREATE TABLE half (x); INSERT INTO half VALUES (1)")
      try db.execute(sql: "DELETE FROM publication")
    }
    #expect(
      problemKeys {
        let migrations = Migrations.all + [addTable("whole"), failing]
        _ = try DataDirectory(temporary.data, migrations: migrations)
      } == ["storage.failed"])
    #expect(try schema() == before)
  }

  @Test("that break a reference are refused")
  func reference() async throws {
    try await temporary.publish(1)
    let before = try schema()
    let breaking = Migration(name: "breaking") { db in
      try db.execute(
        sql: """
          PRAGMA defer_foreign_keys = ON;
          INSERT INTO answers (publication, rowCount, lonelyUnit) VALUES (9, 0, 'fail');
          """)
    }
    #expect(
      problemKeys {
        _ = try DataDirectory(temporary.data, migrations: Migrations.all + [breaking])
      } == ["storage.failed"])
    #expect(try schema() == before)
  }

  @Test("killed half-way leave the old schema, which can be opened")
  func killed() async throws {
    let published = try await temporary.publish(2)
    let before = try schema()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = temporary.data as String] in
      let deadly = Migration(name: "deadly") { db in
        try db.execute(sql: "CREATE TABLE half (x)")
        // More than the cache holds, so that half of it is in the log when the end comes.
        try db.execute(
          sql: """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)
            INSERT INTO half SELECT randomblob(4000) FROM n
            """)
        kill(getpid(), SIGKILL)
      }
      _ = try DataDirectory(path, migrations: Migrations.all + [addTable("first"), deadly])
    }
    #expect(try schema() == before)
    let directory = try DataDirectory.open(temporary.data)
    #expect(try await SQLitePublicationStore(directory).publication(2) == published[1])
    try directory.close()
  }

  private func schema() throws -> [String] {
    let queue = try DatabaseOpening.readable(temporary.database)
    defer { try? queue.close() }
    return try queue.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM migration ORDER BY position")
        + String.fetchAll(db, sql: "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name")
    }
  }
}

private func addTable(_ name: String) -> Migration {
  Migration(name: name) { try $0.execute(sql: "CREATE TABLE \(name) (x)") }
}
