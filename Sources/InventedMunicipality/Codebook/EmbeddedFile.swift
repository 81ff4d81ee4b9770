import Foundation

/// A file that is built into the program and says what the invented municipality is like.
enum EmbeddedFile {
  static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}
