import Foundation
import GRDB
import SafetyModel

/// One line for everything that is kept for good, in the order in which it came.
///
/// Publications, versions of the goal and of documents, and retrievals each have a chain of their
/// own, in which a change within is noticed but not that the newest is gone. The ledger goes
/// across them all: every line is bound to the line before,
///
///     linkₙ = SHA-256("trygghet ledger 1" ‖ linkₙ₋₁ ‖ n ‖ chain ‖ position ‖ entry)
///
/// each field with its length, and the last link, the seal, stands for everything before it.
enum Ledger {
  /// A line as it is stored.
  private struct Line: Hashable {
    var number: Int
    var chain: String
    var position: Int
    var entry: Data

    func link(after previous: Data) -> Data {
      var hash = FieldHash("trygghet ledger 1")
      hash.add(previous)
      hash.add(ContentHash.littleEndian(number))
      hash.add(Data(chain.utf8))
      hash.add(ContentHash.littleEndian(position))
      hash.add(entry)
      return hash.value()
    }
  }

  /// To keep another table for good: one line here, and ``append(_:position:entry:to:)`` wherever
  /// it is written.
  private static let kept = """
    SELECT 'municipality' AS chain, number AS position, hash AS entry FROM municipalityVersion
    UNION ALL SELECT 'publication', number, chainHash FROM publication
    UNION ALL SELECT 'retrieval', number, hash FROM retrieval
    UNION ALL SELECT 'document.' || kind, number, hash FROM document
    """

  /// Enters what has been written in the same transaction; `entry` is its hash.
  static func append(_ chain: String, position: Int, entry: Data, to db: Database) throws {
    let end = try end(db)
    let line = Line(number: end.number + 1, chain: chain, position: position, entry: entry)
    let link = line.link(after: end.link)
    try db.execute(
      sql: "INSERT INTO ledger (number, chain, position, entry, link) VALUES (?, ?, ?, ?, ?)",
      arguments: [line.number, chain, position, entry, link])
    try db.execute(
      sql: """
        INSERT INTO ledgerEnd (id, number, link) VALUES (1, ?, ?)
        ON CONFLICT (id) DO UPDATE SET number = excluded.number, link = excluded.link
        """, arguments: [line.number, link])
  }

  /// The last line's number and link, kept apart so that losing the last lines is noticed.
  private static func end(_ db: Database) throws -> (number: Int, link: Data) {
    try Row.fetchOne(db, sql: "SELECT number, link FROM ledgerEnd WHERE id = 1")
      .map { (try $0.checked("number"), try $0.checked("link")) }
      ?? (0, ContentHash.chainStart)
  }

  /// The link of every line, oldest first.
  static func links(_ db: Database) throws -> [Data] {
    try Data.fetchAll(db, sql: "SELECT link FROM ledger ORDER BY number")
  }

  /// Checks the ledger itself, and that what it lists is there; throws what is not.
  static func verify(_ db: Database) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM ledger ORDER BY number")
    var previous = ContentHash.chainStart
    var lines: [Line] = []
    for (place, row) in rows.enumerated() {
      let line = Line(
        number: try row.checked("number"), chain: try row.checked("chain"),
        position: try row.checked("position"), entry: try row.checked("entry"))
      let link: Data = try row.checked("link")
      guard line.number == place + 1, link == line.link(after: previous) else {
        throw damaged(line: place + 1)
      }
      previous = link
      lines.append(line)
    }
    let end = try end(db)
    guard end.number == lines.count, end.link == previous else {
      throw damaged(line: min(end.number, lines.count) + 1)
    }
    try compare(lines, db)
  }

  /// Everything that is entered is there, and everything that is there is entered.
  private static func compare(_ lines: [Line], _ db: Database) throws {
    func key(_ chain: String, _ position: Int) -> String { "\(chain) \(position)" }
    var entered = Dictionary(
      lines.map { (key($0.chain, $0.position), $0) }, uniquingKeysWith: { first, _ in first })
    var problems: [Problem] = []
    for row in try Row.fetchAll(db, sql: kept + " ORDER BY chain, position") {
      let chain: String = try row.checked("chain")
      let position: Int = try row.checked("position")
      let entry: Data = try row.checked("entry")
      if entered.removeValue(forKey: key(chain, position))?.entry != entry {
        problems.append(missing(chain, position))
      }
    }
    problems += entered.values.sorted { $0.number < $1.number }.map {
      missing($0.chain, $0.position)
    }
    guard problems.isEmpty else { throw Problems(Array(problems.prefix(20))) }
  }

  private static func damaged(line: Int) -> Problems {
    Problems([StorageProblem.damaged("ledger", ["number": String(line)])])
  }

  private static func missing(_ chain: String, _ position: Int) -> Problem {
    StorageProblem.damaged("ledgerEntry", ["chain": chain, "number": String(position)])
  }
}
