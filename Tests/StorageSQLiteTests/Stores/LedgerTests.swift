import Foundation
import GRDB
import SafetyModel
import TestSupport
import Testing
import Workflows

@testable import StorageSQLite

@Suite("The ledger across everything that is kept")
struct LedgerTests {
  private let temporary: TemporaryDirectory
  init() throws { temporary = try TemporaryDirectory() }

  /// Two of everything, in turn.
  private func fill() async throws {
    let directory = try DataDirectory.open(temporary.data)
    let registers = SQLiteAreaRegisterStore(directory)
    let sources = SQLiteSourceStore(directory)
    for number in 1...2 {
      _ = try await registers.save(
        InventedDocuments.register(name: "\(number)"), note: InventedChange.note)
      try await SQLiteMunicipalityStore(directory).save(
        InventedPublication.municipality, goal: number == 1 ? nil : InventedPublication.goal)
      _ = try await SQLiteObservationStore(directory).record(
        [InventedObservations.make(value: Double(number), year: 2000)])
      var entry = InventedDocuments.entry
      entry.terms = "\(number)"
      _ = try await sources.save([entry], note: InventedChange.note)
      _ = try await SQLitePublicationStore(directory).append(
        InventedPublication.make(wave: 2020 + number),
        answers: InventedAnswers.make(rows: 50, items: 2, seed: UInt64(number)))
    }
    try directory.close()
  }

  private func report() throws -> VerificationReport {
    try SQLiteSafekeeping().verify(temporary.data, progress: SilentProgress())
  }

  @Test("has a line for each, and a seal after each line")
  func lines() async throws {
    try await fill()
    let report = try report()
    #expect(report.problems == [])
    #expect(report.seals.count == 10)
    #expect(Set(report.seals).count == 10)
    #expect(report.seal == report.seals.last)
    let queue = try DatabaseOpening.readable(temporary.database)
    let chains = try await queue.read { db in
      try String.fetchAll(db, sql: "SELECT chain || ' ' || position FROM ledger ORDER BY number")
    }
    let once = ["document.areaRegister", "municipality", "retrieval", "document.sources"]
    #expect(
      chains == (1...2).flatMap { n in (once + ["publication"]).map { "\($0) \(n)" } })
    try queue.close()
  }

  @Test("has no line for what was found unchanged")
  func unchanged() async throws {
    try await fill()
    let before = try report().seal
    let directory = try DataDirectory.open(temporary.data)
    _ = try await SQLiteAreaRegisterStore(directory).save(
      InventedDocuments.register(name: "2"), note: InventedChange.note)
    _ = try await SQLiteObservationStore(directory).record(
      [InventedObservations.make(value: 2, year: 2000)])
    try directory.close()
    #expect(try report().seal == before)
  }

  @Test(
    "notices that the newest of any chain is gone, and names it",
    arguments: [
      ("municipalityVersion WHERE number = 2", "municipality"),
      ("retrieval WHERE number = 2", "retrieval"),
      ("document WHERE number = 2 AND kind = 'areaRegister'", "document.areaRegister"),
      ("document WHERE number = 2 AND kind = 'sources'", "document.sources"),
    ])
  func newestGone(rows: String, chain: String) async throws {
    try await fill()
    let observations = chain == "retrieval" ? "DELETE FROM observation WHERE retrieval = 2;" : ""
    try temporary.tamper("\(observations) DELETE FROM \(rows)")
    let problems = try report().problems
    #expect(problems.map(\.key) == ["storage.damaged.ledgerEntry"])
    #expect(problems.first?.arguments == ["chain": chain, "number": "2"])
  }

  @Test("notices whatever is put at its end without it")
  func added() async throws {
    try await fill()
    try temporary.tamper(
      """
      INSERT INTO municipalityVersion
      SELECT number + 1, savedAt, who, why, payload, file, hash FROM municipalityVersion
      WHERE number = 2
      """)
    #expect(
      try report().problems.map(\.key)
        == ["storage.damaged.municipality", "storage.damaged.ledgerEntry"])
  }

  /// Whoever can write everything can make everything fit again: only a seal noted elsewhere tells.
  @Test("cannot help against one who rewrites it too, but a seal noted elsewhere can")
  func rewritten() async throws {
    try await fill()
    let noted = try report().seals
    try temporary.tamper(
      """
      DELETE FROM ledger WHERE number >= 9; DELETE FROM document WHERE number = 2
        AND kind = 'sources';
      DELETE FROM answerColumn WHERE publication = 2; DELETE FROM answers WHERE publication = 2;
      DELETE FROM publication WHERE number = 2;
      UPDATE chainEnd SET number = 1,
        chainHash = (SELECT chainHash FROM publication WHERE number = 1);
      UPDATE ledgerEnd SET number = 8, link = (SELECT link FROM ledger WHERE number = 8);
      """)
    let report = try report()
    #expect(report.problems == [])
    #expect(report.entries(atSeal: noted[9]) == nil)
    #expect(report.entries(atSeal: noted[7]) == 8)
    #expect(report.entries(atSeal: String(noted[7].prefix(12)).uppercased()) == 8)
    #expect(report.entries(atSeal: String(noted[7].prefix(11))) == nil)
    #expect(report.entries(atSeal: "") == nil)
  }

  @Test("takes in what a database of before had, and goes on from there")
  func migration() async throws {
    let old = try DataDirectory(
      temporary.data,
      migrations: Array(Migrations.all.prefix { $0.name != Migrations.keepLedger.name }))
    let payload = try CanonicalJSON.encode(
      Settings(municipality: InventedPublication.municipality, goal: nil))
    try await old.pool.write { db in
      try MunicipalityRecord(
        change: MunicipalityChange(number: 1, note: InventedChange.note), payload: payload,
        file: nil, previous: ContentHash.chainStart
      ).insert(db)
    }
    try old.close()
    #expect(try report().problems == [])
    #expect(try report().seals == [])
    try DataDirectory.open(temporary.data).close()
    #expect(try report().seals.count == 1)
    let directory = try DataDirectory.open(temporary.data)
    try await SQLiteMunicipalityStore(directory).save(
      InventedPublication.municipality, goal: InventedPublication.goal)
    try directory.close()
    #expect(try report().problems == [])
    #expect(try report().seals.count == 2)
    try temporary.tamper("DELETE FROM municipalityVersion WHERE number = 2")
    #expect(try report().problems.map(\.key) == ["storage.damaged.ledgerEntry"])
  }
}
