import Foundation
import GRDB
import SafetyModel
import Workflows

/// A check of everything in a database, which goes on past what it finds damaged.
final class Verification {
  private let progress: any ProgressListener
  private var report = VerificationReport(publications: [], problems: [], seals: [])

  private init(progress: any ProgressListener) { self.progress = progress }

  /// Checks the database at one moment; throws only when it is none of ours.
  static func run(_ file: String, progress: any ProgressListener) throws -> VerificationReport {
    progress.began("storage.verify", arguments: ["file": file])
    do {
      let queue = try DatabaseOpening.readable(file)
      let report = try queue.read { db in
        let applied = try Migrations.applied(in: db, of: Migrations.all, file: file)
        guard applied > 0 else { throw StorageProblem.foreignFile(file) }
        let verification = Verification(progress: progress)
        verification.check(db, migrations: Array(Migrations.all.prefix(applied)))
        return verification.report
      }
      try queue.close()
      progress.finished()
      return report
    } catch let error as DatabaseError {
      let problem = StorageProblem.damaged("unreadable", ["detail": error.plainDescription])
      return VerificationReport(publications: [], problems: [problem], seals: [])
    }
  }

  private func check(_ db: Database, migrations: [Migration]) {
    attempt { try checkStructure(db) }
    attempt { try checkSchema(db, migrations: migrations) }
    // A database of an older version lacks the newer tables.
    func has(_ migration: Migration) -> Bool {
      migrations.contains { $0.name == migration.name }
    }
    if has(Migrations.keepVersionsAndObservations) {
      attempt { try MunicipalityRecord.verify(db) }
      attempt { try RetrievalRecord.verify(db) }
    }
    if has(Migrations.keepDocuments) { attempt { try DocumentRecord.verify(db) } }
    attempt { try checkChain(db) }
    if has(Migrations.keepLedger) {
      attempt { try Ledger.verify(db) }
      attempt { report.seals = try Ledger.links(db).map(\.hexadecimal) }
    }
  }

  /// Runs a part of the check; what it throws is one of the problems found.
  private func attempt(_ part: () throws -> Void) {
    do {
      try part()
    } catch let problems as Problems {
      report.problems += problems.list
    } catch {
      let detail = (error as? DatabaseError)?.plainDescription ?? "\(error)"
      report.problems.append(StorageProblem.damaged("unreadable", ["detail": detail]))
    }
  }

  /// SQLite's own checks: of pages and indexes, and of references between rows.
  private func checkStructure(_ db: Database) throws {
    let lines = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
    for line in lines where line != "ok" {
      report.problems.append(StorageProblem.damaged("structure", ["detail": line]))
    }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      let table: String = try row.checked("table")
      report.problems.append(StorageProblem.damaged("reference", ["table": table]))
    }
  }

  /// Every table, index and guard stands there as the migrations make it, and nothing else.
  private func checkSchema(_ db: Database, migrations: [Migration]) throws {
    let schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    let model = try DatabaseQueue()
    try Migrations.run(migrations, on: model, file: "")
    let expected = try model.read { try Row.fetchAll($0, sql: schema) }
    let found = try Row.fetchAll(db, sql: schema)
    for row in Set(expected).symmetricDifference(found) {
      let name: String = try row.checked("name")
      report.problems.append(StorageProblem.damaged("schema", ["name": name]))
    }
  }

  /// Every publication from the first to the newest, none missing, each bound to the one before.
  private func checkChain(_ db: Database) throws {
    let numbers = try Int.fetchAll(db, sql: "SELECT number FROM publication ORDER BY number")
    let end = try ChainEnd.read(db)
    var previous = ContentHash.chainStart
    for (place, number) in numbers.enumerated() {
      if number != place + 1 {
        report.problems.append(StorageProblem.damaged("gap", ["number": String(place + 1)]))
      }
      attempt { previous = try checkPublication(number, after: previous, in: db) }
      report.seals.append(previous.hexadecimal)
      progress.advanced(to: Double(place + 1) / Double(numbers.count))
    }
    if end.number != numbers.count || end.chainHash != previous {
      report.problems.append(
        StorageProblem.damaged(
          "chainEnd", ["expected": String(end.number), "found": String(numbers.count)]))
    }
  }

  /// Recomputes every hash of one publication, and returns its link as it is stored.
  ///
  /// The stored link goes on to the next, so that one damaged publication does not make all the
  /// later ones look damaged.
  private func checkPublication(_ number: Int, after previous: Data, in db: Database)
    throws -> Data
  {
    guard
      let record = try PublicationRecord.fetchOne(
        db, sql: "SELECT * FROM publication WHERE number = ?", arguments: [number])
    else {
      throw Problems([StorageProblem.damaged("publication", ["number": String(number)])])
    }
    let before = report.problems.count
    attempt { _ = try record.publication() }
    attempt { try checkAnswers(of: record, in: db) }
    let link = ContentHash.link(
      after: previous, number: number, payloadHash: record.payloadHash,
      answersHash: record.answersHash)
    if link != record.chainHash {
      report.problems.append(StorageProblem.damaged("chain", ["number": String(number)]))
    }
    report.publications.append(
      VerifiedPublication(
        heading: record.heading, isWhole: report.problems.count == before,
        hash: record.payloadHash.hexadecimal))
    return record.chainHash
  }

  private func checkAnswers(of record: PublicationRecord, in db: Database) throws {
    let number = record.heading.number
    let answers = try AnswerRecord.read(db, publication: number)
    guard let answers, answers.hash() == record.answersHash, answers.answers() != nil else {
      throw Problems([StorageProblem.damaged("answers", ["number": String(number)])])
    }
  }
}

extension DatabaseError {
  /// What SQLite says, without the statement and its values.
  var plainDescription: String { message ?? "\(resultCode)" }
}
