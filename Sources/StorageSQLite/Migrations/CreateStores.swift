import GRDB

extension Migrations {
  /// The municipality, the publications with their hashes, and the coded answers behind them.
  static let createStores = Migration(name: "create-stores") { db in
    try db.execute(sql: tables)
    try db.execute(sql: guards)
  }

  /// `publication.payload` is the publication; the columns beside it are for finding it.
  private static let tables = """
    CREATE TABLE municipality (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      payload BLOB NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;

    CREATE TABLE publication (
      number INTEGER PRIMARY KEY CHECK (number >= 1),
      study TEXT NOT NULL,
      series TEXT NOT NULL,
      wave INTEGER NOT NULL,
      publishedAt TEXT NOT NULL,
      note TEXT,
      corrects INTEGER UNIQUE REFERENCES publication (number) CHECK (corrects < number),
      fingerprint TEXT NOT NULL,
      payload BLOB NOT NULL,
      payloadHash BLOB NOT NULL CHECK (length(payloadHash) = 32),
      answersHash BLOB NOT NULL CHECK (length(answersHash) = 32),
      chainHash BLOB NOT NULL CHECK (length(chainHash) = 32)
    ) STRICT;
    CREATE INDEX publicationByWave ON publication (series, wave, number);
    CREATE INDEX publicationByFingerprint ON publication (fingerprint);

    CREATE TABLE chainEnd (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      number INTEGER NOT NULL,
      chainHash BLOB NOT NULL CHECK (length(chainHash) = 32)
    ) STRICT;

    CREATE TABLE answers (
      publication INTEGER PRIMARY KEY REFERENCES publication (number),
      rowCount INTEGER NOT NULL CHECK (rowCount >= 0),
      lonelyUnit TEXT NOT NULL
    ) STRICT;

    CREATE TABLE answerColumn (
      publication INTEGER NOT NULL REFERENCES answers (publication),
      kind TEXT NOT NULL CHECK (kind IN
        ('weight', 'stratum', 'primaryUnit', 'populationSize', 'coded', 'numeric')),
      name TEXT NOT NULL,
      categories BLOB CHECK ((categories IS NOT NULL) = (kind = 'coded')),
      content BLOB NOT NULL,
      UNIQUE (publication, kind, name)
    ) STRICT;
    """

  /// Publications and their answers can be added in order, and nothing else.
  private static let guards = """
    CREATE TRIGGER publicationInOrder BEFORE INSERT ON publication
    WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM publication)
    BEGIN SELECT RAISE(ABORT, 'publications are numbered without gaps'); END;

    CREATE TRIGGER publicationUnchanged BEFORE UPDATE ON publication
    BEGIN SELECT RAISE(ABORT, 'publications are immutable'); END;

    CREATE TRIGGER publicationKept BEFORE DELETE ON publication
    BEGIN SELECT RAISE(ABORT, 'publications are immutable'); END;

    CREATE TRIGGER answersOnce BEFORE INSERT ON answers
    WHEN EXISTS (SELECT 1 FROM answers WHERE publication = NEW.publication)
    BEGIN SELECT RAISE(ABORT, 'answers are immutable'); END;

    CREATE TRIGGER answersUnchanged BEFORE UPDATE ON answers
    BEGIN SELECT RAISE(ABORT, 'answers are immutable'); END;

    CREATE TRIGGER answersKept BEFORE DELETE ON answers
    BEGIN SELECT RAISE(ABORT, 'answers are immutable'); END;

    CREATE TRIGGER answerColumnOnce BEFORE INSERT ON answerColumn
    WHEN EXISTS (
      SELECT 1 FROM answerColumn
      WHERE publication = NEW.publication AND kind = NEW.kind AND name = NEW.name)
    BEGIN SELECT RAISE(ABORT, 'answers are immutable'); END;

    CREATE TRIGGER answerColumnUnchanged BEFORE UPDATE ON answerColumn
    BEGIN SELECT RAISE(ABORT, 'answers are immutable'); END;

    CREATE TRIGGER answerColumnKept BEFORE DELETE ON answerColumn
    BEGIN SELECT RAISE(ABORT, 'answers are immutable'); END;
    """
}
