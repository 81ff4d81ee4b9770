/// Tells whether two files are the same by their contents.
package protocol FileDigester: Sendable {
  /// The SHA-256 of a file's bytes, in lower-case hexadecimal.
  func digest(ofFile path: String) throws -> String
}
