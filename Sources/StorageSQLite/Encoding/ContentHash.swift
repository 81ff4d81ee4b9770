import Crypto
import Foundation

/// SHA-256 over what is stored, and the chain that binds the publications together.
enum ContentHash {
  /// What stands before the first publication in the chain.
  static let chainStart = Data(count: 32)

  static func of(_ content: Data) -> Data { Data(SHA256.hash(data: content)) }

  /// The hash of a publication's place in the chain.
  ///
  ///     chainₙ = SHA-256("trygghet publication 1\n" ‖ chainₙ₋₁ ‖ n ‖ payload hash ‖ answers hash)
  ///
  /// n is eight bytes, the lowest first. Changing or taking away a publication or its answers
  /// changes every later link.
  static func link(after previous: Data, number: Int, payloadHash: Data, answersHash: Data) -> Data
  {
    var hash = SHA256()
    hash.update(data: Data("trygghet publication 1\n".utf8))
    hash.update(data: previous)
    hash.update(data: littleEndian(number))
    hash.update(data: payloadHash)
    hash.update(data: answersHash)
    return Data(hash.finalize())
  }

  static func littleEndian(_ value: Int) -> Data {
    withUnsafeBytes(of: Int64(value).littleEndian) { Data($0) }
  }
}

/// A hash over several fields, each with its length, so that no field can flow into the next.
struct FieldHash {
  private var hash = SHA256()

  init(_ title: String) { add(Data(title.utf8)) }

  mutating func add(_ field: Data) {
    hash.update(data: ContentHash.littleEndian(field.count))
    hash.update(data: field)
  }

  func value() -> Data { Data(hash.finalize()) }
}
