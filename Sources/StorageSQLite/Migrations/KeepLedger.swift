import Foundation
import GRDB

extension Migrations {
  /// A ledger with a line for everything that is kept for good.
  ///
  /// What is there already is entered table by table, since nobody knows any more what came when.
  static let keepLedger = Migration(name: "keep-ledger") { db in
    try db.execute(
      sql: """
        CREATE TABLE ledger (
          number INTEGER PRIMARY KEY CHECK (number >= 1),
          chain TEXT NOT NULL,
          position INTEGER NOT NULL CHECK (position >= 1),
          entry BLOB NOT NULL CHECK (length(entry) = 32),
          link BLOB NOT NULL CHECK (length(link) = 32),
          UNIQUE (chain, position)
        ) STRICT;

        CREATE TABLE ledgerEnd (
          id INTEGER PRIMARY KEY CHECK (id = 1),
          number INTEGER NOT NULL,
          link BLOB NOT NULL CHECK (length(link) = 32)
        ) STRICT;

        CREATE TRIGGER ledgerInOrder BEFORE INSERT ON ledger
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM ledger)
        BEGIN SELECT RAISE(ABORT, 'the ledger has no gaps'); END;

        CREATE TRIGGER ledgerUnchanged BEFORE UPDATE ON ledger
        BEGIN SELECT RAISE(ABORT, 'the ledger is immutable'); END;

        CREATE TRIGGER ledgerKept BEFORE DELETE ON ledger
        BEGIN SELECT RAISE(ABORT, 'the ledger is immutable'); END;
        """)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT 1 AS place, 'publication' AS chain, number AS position, chainHash AS entry
          FROM publication
        UNION ALL SELECT 2, 'municipality', number, hash FROM municipalityVersion
        UNION ALL SELECT 3, 'retrieval', number, hash FROM retrieval
        UNION ALL SELECT 4, 'document.' || kind, number, hash FROM document
        ORDER BY place, chain, position
        """)
    for row in rows {
      try Ledger.append(
        row.checked("chain"), position: row.checked("position"), entry: row.checked("entry"), to: db
      )
    }
  }
}
