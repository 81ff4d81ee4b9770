import Crypto
import Foundation
package import NIOCore

/// A finished page or file: its bytes, plain and compressed, and their tag.
package struct Content: Sendable {
  package let mediaType: String
  package let plain: ByteBuffer
  /// `nil` when compression would not make it smaller.
  package let compressed: ByteBuffer?
  /// The entity tag without its quotes.
  ///
  /// It is made from the bytes, so that it changes when and only when they do: with a new
  /// publication, a new version of the program, or another language.
  package let tag: String

  package init(mediaType: String, bytes: [UInt8], publication: Int? = nil) {
    self.mediaType = mediaType
    plain = ByteBuffer(bytes: bytes)
    compressed = Gzip.compressed(bytes).map(ByteBuffer.init(bytes:))
    let digest = SHA256.hash(data: bytes).prefix(12)
      .map { String(format: "%02x", $0) }.joined()
    tag = publication.map { "\($0)-\(digest)" } ?? digest
  }

  /// What it takes in memory; bytes.
  package var size: Int { plain.readableBytes + (compressed?.readableBytes ?? 0) }
}
