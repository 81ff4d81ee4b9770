import GRDB

extension Migrations {
  /// Documents in versions: the register of areas, the sources and the preconditions.
  static let keepDocuments = Migration(name: "keep-documents") { db in
    try db.execute(
      sql: """
        CREATE TABLE document (
          kind TEXT NOT NULL CHECK (kind IN ('areaRegister', 'sources', 'preconditions')),
          number INTEGER NOT NULL CHECK (number >= 1),
          savedAt TEXT NOT NULL,
          who TEXT NOT NULL,
          why TEXT NOT NULL,
          payload BLOB NOT NULL,
          hash BLOB NOT NULL CHECK (length(hash) = 32),
          PRIMARY KEY (kind, number)
        ) STRICT;

        CREATE TABLE sourceState (
          source TEXT PRIMARY KEY,
          payload BLOB NOT NULL,
          hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;

        CREATE TRIGGER documentInOrder BEFORE INSERT ON document
        WHEN NEW.number <>
          (SELECT coalesce(max(number), 0) + 1 FROM document WHERE kind = NEW.kind)
        BEGIN SELECT RAISE(ABORT, 'versions are numbered without gaps'); END;

        CREATE TRIGGER documentUnchanged BEFORE UPDATE ON document
        BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;

        CREATE TRIGGER documentKept BEFORE DELETE ON document
        BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
        """)
  }
}
