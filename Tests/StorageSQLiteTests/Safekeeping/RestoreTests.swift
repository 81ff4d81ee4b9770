import Foundation
import SafetyModel
import TestSupport
import Testing
import Workflows

@testable import StorageSQLite

@Suite("A restore")
struct RestoreTests {
  private let temporary: TemporaryDirectory
  private let safekeeping = SQLiteSafekeeping()
  private var file: String { temporary.path + "/backup.sqlite" }
  private var restored: String { temporary.path + "/restored" }
  init() throws { temporary = try TemporaryDirectory() }

  @Test("brings back everything, with the same seal, ready to go on")
  func everything() async throws {
    let published = try await temporary.publish(3)
    let saved = try backup()
    #expect(try restore() == saved)
    #expect(
      try safekeeping.verify(restored, progress: SilentProgress()).seal == saved.seal)
    let directory = try DataDirectory.open(restored)
    let store = SQLitePublicationStore(directory)
    for publication in published {
      #expect(try await store.publication(publication.number) == publication)
      #expect(try await SQLiteAnswerStore(directory).answers(of: publication.number) != nil)
    }
    #expect(try await SQLiteMunicipalityStore(directory).goal() == InventedPublication.goal)
    let next = try await store.append(
      InventedPublication.make(wave: 2030), answers: InventedAnswers.make())
    #expect(next.number == 4)
    try directory.close()
    #expect(try mode(restored) == 0o700)
    #expect(try mode(DirectoryLayout(restored).database) == 0o600)
  }

  @Test("leaves only the database and the lock")
  func files() async throws {
    try await temporary.publish(1)
    _ = try backup()
    _ = try restore()
    let names = try FileManager.default.contentsOfDirectory(atPath: restored).sorted()
    #expect(names == ["trygghet.lock", "trygghet.sqlite"])
  }

  @Test("never goes into a directory that holds something")
  func notEmpty() async throws {
    try await temporary.publish(1)
    _ = try backup()
    #expect(
      problemKeys {
        _ = try safekeeping.restore(file, into: temporary.data, progress: SilentProgress())
      } == ["storage.directoryNotEmpty"])
    try DirectoryLayout(restored).create()
    try Data().write(to: URL(fileURLWithPath: restored + "/anything"))
    #expect(problemKeys { _ = try restore() } == ["storage.directoryNotEmpty"])
  }

  @Test("takes up after one that was interrupted")
  func interrupted() async throws {
    try await temporary.publish(1)
    _ = try backup()
    let layout = DirectoryLayout(restored)
    try layout.create()
    try Data("half".utf8).write(to: URL(fileURLWithPath: layout.restoring))
    try Data("half".utf8).write(to: URL(fileURLWithPath: layout.restoring + "-journal"))
    #expect(try restore().isWhole)
  }

  @Test("refuses a damaged backup before it makes anything")
  func damaged() async throws {
    try await temporary.publish(2)
    _ = try backup()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    bytes.removeLast(bytes.count / 3)
    try bytes.write(to: URL(fileURLWithPath: file))
    #expect(!problemKeys { _ = try restore() }.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: restored))
  }

  @Test("refuses what is no backup, or is not there")
  func foreign() throws {
    #expect(problemKeys { _ = try restore() } == ["storage.failed"])
    try Data("text".utf8).write(to: URL(fileURLWithPath: file))
    #expect(problemKeys { _ = try restore() } == ["storage.damaged.unreadable"])
    try Data().write(to: URL(fileURLWithPath: file))
    #expect(problemKeys { _ = try restore() } == ["storage.foreignFile"])
  }

  private func backup() throws -> VerificationReport {
    try safekeeping.backup(
      temporary.data, to: file, replacing: false, progress: SilentProgress())
  }
  private func restore() throws -> VerificationReport {
    try safekeeping.restore(file, into: restored, progress: SilentProgress())
  }
}
