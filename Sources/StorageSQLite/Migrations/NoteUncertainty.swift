import GRDB

extension Migrations {
  /// Where a publisher's table told how sure a value is, in its own codes.
  static let noteUncertainty = Migration(name: "note-uncertainty") { db in
    try db.execute(sql: "ALTER TABLE observation ADD COLUMN uncertaintyCode TEXT")
  }
}
