import Crypto
import Foundation
package import Workflows

/// SHA-256 of files, read piece by piece.
package struct SHA256FileDigester: FileDigester {
  package init() {}

  package func digest(ofFile path: String) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var hash = SHA256()
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
      hash.update(data: piece)
    }
    return hash.finalize().hexadecimal
  }
}
