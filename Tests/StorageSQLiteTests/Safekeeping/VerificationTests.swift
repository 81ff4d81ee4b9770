import Foundation
import SafetyModel
import TestSupport
import Testing
import Workflows

@testable import StorageSQLite

@Suite("Verification")
struct VerificationTests {
  private let temporary: TemporaryDirectory
  init() throws { temporary = try TemporaryDirectory() }

  @Test("finds every publication whole, with the hash of its stored bytes")
  func whole() async throws {
    let published = try await temporary.publish(3)
    let report = try verify()
    #expect(report.problems == [])
    #expect(report.publications.map(\.heading) == published.map { PublicationHeading($0) })
    #expect(report.publications.filter { !$0.isWhole } == [])
    let hashes = try published.map {
      ContentHash.of(try CanonicalJSON.encode($0)).hexadecimal
    }
    #expect(report.publications.map(\.hash) == hashes)
    #expect(report.seal.count == 64)
  }

  @Test("finds an empty directory whole")
  func empty() throws {
    try DataDirectory.open(temporary.data).close()
    let report = try verify()
    #expect(report.isWhole)
    #expect(report.publications == [])
  }

  @Test("works while a server has the directory, and takes no lock")
  func whileServing() async throws {
    try await temporary.publish(2)
    let directory = try DataDirectory.open(temporary.data)
    #expect(try verify().isWhole)
    try directory.close()
  }

  @Test("the seal changes with every publication")
  func seal() async throws {
    var seals: Set<String> = []
    for _ in 1...3 {
      try await temporary.publish(1)
      seals.insert(try verify().seal)
    }
    #expect(seals.count == 3)
  }

  @Test("tells what was changed behind its back", arguments: Damage.all)
  func damage(_ damage: Damage) async throws {
    try await temporary.publish(3)
    try temporary.tamper(damage.sql)
    let report = try verify()
    #expect(report.problems.map(\.key) == damage.keys.map { "storage.damaged.\($0)" })
    #expect(report.publications.filter { !$0.isWhole }.map(\.heading.number) == damage.damaged)
  }

  @Test("sees a guard that was taken away")
  func guardDropped() async throws {
    try await temporary.publish(1)
    try temporary.tamper("CREATE TABLE extra (x); DROP INDEX publicationByWave;")
    let problems = try verify().problems
    #expect(Set(problems.map(\.key)) == ["storage.damaged.schema"])
    #expect(Set(problems.compactMap { $0.arguments["name"] }) == ["extra", "publicationByWave"])
  }

  @Test("refuses a directory without a database")
  func missing() {
    #expect(problemKeys { _ = try verify() } == ["storage.missing"])
  }

  private func verify() throws -> VerificationReport {
    try SQLiteSafekeeping().verify(temporary.data, progress: SilentProgress())
  }
}

/// One change to a directory of three publications, the third correcting the second.
struct Damage: Sendable, CustomStringConvertible {
  let description: String
  let sql: String
  /// Which problems are told, in order.
  let keys: [String]
  /// Which publications are told to be damaged.
  let damaged: [Int]

  static let all = [
    Damage(
      description: "a figure",
      sql: "UPDATE publication SET payload = CAST(replace(payload, '24', '42') AS BLOB) "
        + "WHERE number = 2",
      keys: ["publication"], damaged: [2]),
    Damage(
      description: "a column beside the figures",
      sql: "UPDATE publication SET note = 'never written' WHERE number = 1",
      keys: ["publication"], damaged: [1]),
    Damage(
      description: "which answers are behind a fingerprint",
      sql: "UPDATE publication SET fingerprint = 'other' WHERE number = 3",
      keys: ["publication"], damaged: [3]),
    Damage(
      description: "one answer",
      sql: """
        UPDATE answerColumn SET content = CAST(x'02' || substr(content, 2) AS BLOB)
        WHERE publication = 3 AND name = 'item.q1' AND substr(content, 1, 1) <> x'02';
        UPDATE answerColumn SET content = CAST(x'01' || substr(content, 2) AS BLOB)
        WHERE publication = 3 AND name = 'item.q2' AND substr(content, 1, 1) <> x'01';
        UPDATE answerColumn SET content = CAST(x'03' || substr(content, 2) AS BLOB)
        WHERE publication = 3 AND name = 'item.q3' AND substr(content, 1, 1) <> x'03';
        """,
      keys: ["answers"], damaged: [3]),
    Damage(
      description: "a column of answers gone",
      sql: "DELETE FROM answerColumn WHERE publication = 1 AND name = 'item.q1'",
      keys: ["answers"], damaged: [1]),
    Damage(
      description: "all answers of a publication gone",
      sql: "DELETE FROM answerColumn WHERE publication = 2; "
        + "DELETE FROM answers WHERE publication = 2;",
      keys: ["answers"], damaged: [2]),
    Damage(
      description: "the newest publication gone with its answers",
      sql: "DELETE FROM answerColumn WHERE publication = 3; "
        + "DELETE FROM answers WHERE publication = 3; DELETE FROM publication WHERE number = 3;",
      keys: ["chainEnd", "ledgerEntry"], damaged: []),
    Damage(
      description: "the first publication gone with its answers",
      sql: "DELETE FROM answerColumn WHERE publication = 1; "
        + "DELETE FROM answers WHERE publication = 1; DELETE FROM publication WHERE number = 1;",
      keys: ["gap", "chain", "gap", "chainEnd", "ledgerEntry"], damaged: [2]),
    Damage(
      description: "a publication and its own hash",
      sql: "UPDATE publication SET payloadHash = zeroblob(32) WHERE number = 2",
      keys: ["publication", "chain"], damaged: [2]),
    Damage(
      description: "a link",
      sql: "UPDATE publication SET chainHash = zeroblob(32) WHERE number = 1",
      keys: ["chain", "chain", "ledgerEntry"], damaged: [1, 2]),
    Damage(
      description: "answers of no publication",
      sql: "INSERT INTO answers (publication, rowCount, lonelyUnit) VALUES (9, 0, 'fail')",
      keys: ["reference"], damaged: []),
    Damage(
      description: "the goal", sql: "UPDATE municipalityVersion SET payload = x'7B7D'",
      keys: ["municipality"], damaged: []),
    Damage(
      description: "who changed the goal", sql: "UPDATE municipalityVersion SET who = 'other'",
      keys: ["municipality"], damaged: []),
    Damage(
      description: "an observation",
      sql: "UPDATE observation SET value = value + 1 WHERE period = '2003'", keys: ["retrieval"],
      damaged: []),
    Damage(
      description: "where an observation is from", sql: "UPDATE retrieval SET source = 'other'",
      keys: ["retrieval"], damaged: []),
    Damage(
      description: "an observation fewer", sql: "DELETE FROM observation WHERE period = '2004'",
      keys: ["retrieval"], damaged: []),
    Damage(
      description: "the newest version of the goal gone",
      sql: "DELETE FROM municipalityVersion WHERE number = 1", keys: ["ledgerEntry"], damaged: []),
    Damage(
      description: "the newest retrieval gone with its values",
      sql: "DELETE FROM observation; DELETE FROM retrieval", keys: ["ledgerEntry"], damaged: []),
    Damage(
      description: "the ledger's last line gone",
      sql: "DELETE FROM ledger WHERE number = 5", keys: ["ledger"], damaged: []),
    Damage(
      description: "a line in the ledger", sql: "UPDATE ledger SET position = 9 WHERE number = 2",
      keys: ["ledger"], damaged: []),
    Damage(
      description: "two lines of the ledger in each other's place",
      sql: "UPDATE ledger SET number = 9 WHERE number = 3; UPDATE ledger SET number = 3 "
        + "WHERE number = 4; UPDATE ledger SET number = 4 WHERE number = 9",
      keys: ["ledger"], damaged: []),
    Damage(
      description: "the end of the ledger", sql: "UPDATE ledgerEnd SET link = zeroblob(32)",
      keys: ["ledger"], damaged: []),
  ]
}
