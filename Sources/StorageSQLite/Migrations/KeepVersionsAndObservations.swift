import Foundation
import GRDB
import SafetyModel
import Workflows

extension Migrations {
  /// The municipality's settings in versions, and values from outside the survey.
  ///
  /// The one row of settings becomes version 1; its indicators get one definition for each stretch
  /// between breaks, in the form that indicators had when this migration was written.
  static let keepVersionsAndObservations = Migration(name: "keep-versions-and-observations") {
    db in
    try db.execute(sql: tables)
    try db.execute(sql: guards)
    let rows = try Row.fetchAll(db, sql: "SELECT payload, hash FROM municipality")
    if let row = rows.first {
      let payload: Data = try row.checked("payload")
      let hash: Data = try row.checked("hash")
      guard hash == ContentHash.of(payload) else {
        throw Problems([StorageProblem.damaged("municipality")])
      }
      let record = MunicipalityRecord(
        change: MunicipalityChange(number: 1, note: ChangeNote(who: "", why: "", at: "")),
        payload: try ThinSettings.widened(payload), file: nil, previous: ContentHash.chainStart)
      try record.insert(db)
    }
    try db.execute(sql: "DROP TABLE municipality")
  }

  private static let tables = """
    CREATE TABLE municipalityVersion (
      number INTEGER PRIMARY KEY CHECK (number >= 1),
      savedAt TEXT NOT NULL,
      who TEXT NOT NULL,
      why TEXT NOT NULL,
      payload BLOB NOT NULL,
      file BLOB,
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;

    CREATE TABLE retrieval (
      number INTEGER PRIMARY KEY CHECK (number >= 1),
      source TEXT NOT NULL,
      sourceTable TEXT,
      address TEXT,
      retrievedAt TEXT NOT NULL,
      publishedAt TEXT,
      rowCount INTEGER NOT NULL CHECK (rowCount >= 1),
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;

    CREATE TABLE observation (
      series TEXT NOT NULL,
      geography TEXT NOT NULL,
      placeKind TEXT NOT NULL CHECK (placeKind IN ('municipality', 'region', 'country', 'area')),
      place TEXT NOT NULL,
      breakdown TEXT NOT NULL,
      period TEXT NOT NULL,
      revision INTEGER NOT NULL CHECK (revision >= 0),
      value REAL,
      missing TEXT,
      standardError REAL,
      base INTEGER,
      originalCode TEXT,
      retrieval INTEGER NOT NULL REFERENCES retrieval (number),
      PRIMARY KEY (series, geography, placeKind, place, breakdown, period, revision),
      CHECK ((value IS NULL) = (missing IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    """

  /// Versions and observations can be added, and nothing else.
  private static let guards = """
    CREATE TRIGGER municipalityVersionInOrder BEFORE INSERT ON municipalityVersion
    WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM municipalityVersion)
    BEGIN SELECT RAISE(ABORT, 'versions are numbered without gaps'); END;

    CREATE TRIGGER municipalityVersionUnchanged BEFORE UPDATE ON municipalityVersion
    BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;

    CREATE TRIGGER municipalityVersionKept BEFORE DELETE ON municipalityVersion
    BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;

    CREATE TRIGGER retrievalInOrder BEFORE INSERT ON retrieval
    WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM retrieval)
    BEGIN SELECT RAISE(ABORT, 'retrievals are numbered without gaps'); END;

    CREATE TRIGGER retrievalUnchanged BEFORE UPDATE ON retrieval
    BEGIN SELECT RAISE(ABORT, 'retrievals are immutable'); END;

    CREATE TRIGGER retrievalKept BEFORE DELETE ON retrieval
    BEGIN SELECT RAISE(ABORT, 'retrievals are immutable'); END;

    CREATE TRIGGER observationOnce BEFORE INSERT ON observation
    WHEN EXISTS (
      SELECT 1 FROM observation
      WHERE series = NEW.series AND geography = NEW.geography AND placeKind = NEW.placeKind
        AND place = NEW.place AND breakdown = NEW.breakdown AND period = NEW.period
        AND revision >= NEW.revision)
    BEGIN SELECT RAISE(ABORT, 'observations are immutable'); END;

    CREATE TRIGGER observationUnchanged BEFORE UPDATE ON observation
    BEGIN SELECT RAISE(ABORT, 'observations are immutable'); END;

    CREATE TRIGGER observationKept BEFORE DELETE ON observation
    BEGIN SELECT RAISE(ABORT, 'observations are immutable'); END;
    """
}
