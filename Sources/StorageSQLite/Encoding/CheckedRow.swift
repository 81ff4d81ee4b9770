import GRDB
import SafetyModel

extension Row {
  /// The value of a column, or `storage.damaged.unreadable`.
  ///
  /// GRDB's subscript ends the process when a value has another type than asked for, as it may
  /// have in a damaged database.
  func checked<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    guard let value: Value = try checkedOptional(column) else { throw Row.unreadable(column) }
    return value
  }

  func checkedOptional<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
    let stored: DatabaseValue = self[column]
    if stored.isNull { return nil }
    guard let value = Value.fromDatabaseValue(stored) else { throw Row.unreadable(column) }
    return value
  }

  private static func unreadable(_ column: String) -> Problems {
    Problems([StorageProblem.damaged("unreadable", ["detail": column])])
  }
}
