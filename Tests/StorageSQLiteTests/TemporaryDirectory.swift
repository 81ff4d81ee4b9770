import Foundation
import GRDB
import SafetyModel
import TestSupport
import Testing
import Workflows

@testable import StorageSQLite

/// A place for one test's files; gone when the test is.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/trygghet-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A data directory in it.
  var data: String { path + "/data" }
  var database: String { DirectoryLayout(data).database }
  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }

  /// Makes the data directory with as many publications, the last correcting the one before.
  @discardableResult
  func publish(_ count: Int, rows: Int = 200, items: Int = 6) async throws -> [Publication] {
    let directory = try DataDirectory.open(data)
    try await SQLiteMunicipalityStore(directory).save(
      InventedPublication.municipality, goal: InventedPublication.goal)
    _ = try await SQLiteObservationStore(directory).record(
      (1...20).map { InventedObservations.make(value: Double($0), year: 2000 + $0) })
    var published: [Publication] = []
    for number in 1...count {
      published.append(
        try await SQLitePublicationStore(directory).append(
          InventedPublication.make(wave: 2020 + min(number, max(1, count - 1))),
          answers: InventedAnswers.make(rows: rows, items: items, seed: UInt64(number))))
    }
    try directory.close()
    return published
  }

  /// Changes the database as no store would: without guards, locks and checks.
  func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: database)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;")
      let triggers = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
      try db.execute(sql: sql)
      // Back again, so that only the content differs.
      for trigger in triggers { try db.execute(sql: trigger["sql"]) }
    }
    try queue.close()
  }
}

/// The keys of the problems that the work throws; fails when it throws none.
func problemKeys(
  sourceLocation: SourceLocation = #_sourceLocation, _ work: () throws -> Void
) -> [String] {
  do {
    try work()
    Issue.record("nothing was refused", sourceLocation: sourceLocation)
    return []
  } catch let problems as Problems {
    return problems.list.map(\.key)
  } catch {
    Issue.record("\(error)", sourceLocation: sourceLocation)
    return []
  }
}

func mode(_ path: String) throws -> Int {
  let attributes = try FileManager.default.attributesOfItem(atPath: path)
  return try #require(attributes[.posixPermissions] as? NSNumber).intValue
}
