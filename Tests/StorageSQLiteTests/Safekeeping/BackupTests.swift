import Foundation
import GRDB
import SafetyModel
import TestSupport
import Testing
import Workflows

@testable import StorageSQLite

@Suite("A backup")
struct BackupTests {
  private let temporary: TemporaryDirectory
  private let safekeeping = SQLiteSafekeeping()
  private var file: String { temporary.path + "/backup.sqlite" }
  init() throws { temporary = try TemporaryDirectory() }

  @Test("is one plain file for its owner only, with everything in it")
  func whole() async throws {
    let published = try await temporary.publish(3)
    let report = try backup()
    #expect(report.publications.map(\.heading.number) == [1, 2, 3])
    #expect(report.isWhole)
    #expect(temporary.names.sorted() == ["backup.sqlite", "data"])
    #expect(try mode(file) == 0o600)
    let queue = try DatabaseOpening.readable(file)
    #expect(
      try await queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "delete")
    let payload = try await queue.read {
      try Data.fetchOne($0, sql: "SELECT payload FROM publication WHERE number = 3")
    }
    #expect(try CanonicalJSON.decode(Publication.self, from: payload ?? Data()) == published[2])
    try queue.close()
  }

  @Test("is of one moment while a server publishes, and whole every time")
  func whileServing() async throws {
    try await temporary.publish(2, rows: 2000, items: 30)
    let directory = try DataDirectory.open(temporary.data)
    let template = InventedPublication.make()
    let answers = InventedAnswers.make(rows: 2000, items: 30)
    let publishing = Task {
      for _ in 1...12 {
        _ = try await SQLitePublicationStore(directory).append(template, answers: answers)
      }
    }
    var counts: [Int] = []
    for _ in 1...4 {
      let report = try backup(replacing: true)
      #expect(report.isWhole)
      counts.append(report.publications.count)
    }
    try await publishing.value
    #expect(counts == counts.sorted())
    #expect(counts.first ?? 0 >= 2)
    try directory.close()
    #expect(try backup(replacing: true).publications.count == 14)
  }

  @Test("takes no other's place unless it is told to")
  func existing() async throws {
    try await temporary.publish(1)
    try Data("precious".utf8).write(to: URL(fileURLWithPath: file))
    #expect(problemKeys { _ = try backup() } == ["storage.targetExists"])
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "precious")
    #expect(try backup(replacing: true).isWhole)
    #expect(try Verification.run(file, progress: SilentProgress()).isWhole)
  }

  @Test("of damaged content is refused, and the older backup stays")
  func damagedSource() async throws {
    try await temporary.publish(2)
    _ = try backup()
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    try temporary.tamper("UPDATE answerColumn SET content = x'00' WHERE publication = 1")
    #expect(
      problemKeys { _ = try backup(replacing: true) } == ["storage.damaged.answers"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
    #expect(temporary.names.sorted() == ["backup.sqlite", "data"], "nothing half-done is left")
  }

  @Test("of nothing, or to nowhere, is refused")
  func impossible() async throws {
    #expect(problemKeys { _ = try backup() } == ["storage.missing"])
    try await temporary.publish(1)
    #expect(
      problemKeys {
        _ = try safekeeping.backup(
          temporary.data, to: temporary.path + "/nowhere/file", replacing: false,
          progress: SilentProgress())
      } == ["storage.failed"])
  }

  @Test("tells how far it has come, up to the whole")
  func progress() async throws {
    try await temporary.publish(2)
    let heard = HeardProgress()
    _ = try safekeeping.backup(temporary.data, to: file, replacing: false, progress: heard)
    #expect(heard.keys == ["storage.copy", "storage.verify"])
    #expect(heard.parts.last == 1)
    #expect(heard.finishes == 2)
  }

  private func backup(replacing: Bool = false) throws -> VerificationReport {
    try safekeeping.backup(
      temporary.data, to: file, replacing: replacing, progress: SilentProgress())
  }
}

/// Remembers what it is told.
private final class HeardProgress: ProgressListener, @unchecked Sendable {
  private let lock = NSLock()
  private var heard: (keys: [String], parts: [Double], finishes: Int) = ([], [], 0)
  var keys: [String] { lock.withLock { heard.keys } }
  var parts: [Double] { lock.withLock { heard.parts } }
  var finishes: Int { lock.withLock { heard.finishes } }

  func began(_ key: String, arguments: [String: String]) {
    lock.withLock { heard.keys.append(key) }
  }
  func advanced(to part: Double) { lock.withLock { heard.parts.append(part) } }
  func finished() { lock.withLock { heard.finishes += 1 } }
}
