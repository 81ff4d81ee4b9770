package import DisclosureControl
package import SafetyModel

/// A file format that published tables are offered in.
package protocol TableFormat: Sendable {
  /// The file ending and the word in the address: `csv`.
  var fileEnding: String { get }
  /// With charset, for the response header.
  var mediaType: String { get }
  /// The name that people read: `CSV`, `JSON-stat 2`.
  var name: String { get }
  /// The table as a file. Hidden figures are written as their status, never as a number.
  func write(_ table: ProtectedTable, of publication: Publication, in language: Language) -> [UInt8]
}
