import Foundation
import SafetyModel

/// The text of a YAML file, taken in only when it is safe to parse.
struct YamlText {
  /// Far above any real study; a larger file is refused before it costs memory.
  static let largestBytes = 4_000_000

  let file: String
  let text: String
  /// The file as it is, with its byte order mark if it has one.
  let bytes: [UInt8]

  /// Reads the file, or throws why it cannot be read as text.
  init(contentsOf path: String) throws {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let resolved = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    guard let attributes = resolved ?? attributes else {
      throw Problems([Problem("yaml.notFound", arguments: ["path": path], file: path)])
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw Problems([Problem("yaml.notAFile", arguments: ["path": path], file: path)])
    }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    guard size <= Self.largestBytes else { throw Self.tooLarge(size, file: path) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Problems([Problem("yaml.unreadable", arguments: ["path": path], file: path)])
    }
    try self.init(bytes: [UInt8](data), file: path)
  }

  /// Takes the bytes of a file as text, or throws where they are no text.
  init(bytes: [UInt8], file: String) throws {
    guard bytes.count <= Self.largestBytes else { throw Self.tooLarge(bytes.count, file: file) }
    self.file = file
    self.bytes = bytes
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      let position = Self.positionOfInvalidByte(in: content)
      throw Problems([Problem("yaml.notUTF8", file: file, position: position)])
    }
    self.text = text
    try refuseControlCharacters()
    try refuseAliases()
  }

  private static func tooLarge(_ size: Int, file: String) -> Problems {
    Problems([
      Problem(
        "yaml.tooLarge", arguments: ["size": String(size), "largest": String(largestBytes)],
        file: file)
    ])
  }

  /// Decodes until the first error; the position counts characters as an editor does.
  private static func positionOfInvalidByte(in bytes: ArraySlice<UInt8>) -> SourcePosition {
    var position = SourcePosition(line: 1, column: 1)
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      position.advance(over: scalar)
    }
    return position
  }

  private func refuseControlCharacters() throws {
    var position = SourcePosition(line: 1, column: 1)
    for scalar in text.unicodeScalars {
      if Self.isForbidden(scalar) {
        let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
        throw Problems([
          Problem(
            "yaml.controlCharacter", arguments: ["code": code], file: file, position: position)
        ])
      }
      position.advance(over: scalar)
    }
  }

  /// What the YAML specification calls not printable.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      false
    default: true
    }
  }

  /// Refuses `&name` together with `*name` before the parser sees them.
  ///
  /// Repeated references grow without bound when the parser compares keys, so it would be too late
  /// afterwards. The signs are looked for in the raw text: an exact reading of quotes and comments
  /// could be led astray by the one who wrote the file.
  private func refuseAliases() throws {
    guard let anchor = position(ofNameAfter: "&"), position(ofNameAfter: "*") != nil else { return }
    throw Problems([Problem("yaml.alias", file: file, position: anchor)])
  }

  private func position(ofNameAfter sign: Unicode.Scalar) -> SourcePosition? {
    var position = SourcePosition(line: 1, column: 1)
    var signPosition: SourcePosition?
    for scalar in text.unicodeScalars {
      if let signPosition, !scalar.properties.isWhitespace, !"&*".unicodeScalars.contains(scalar) {
        return signPosition
      }
      signPosition = scalar == sign ? position : nil
      position.advance(over: scalar)
    }
    return nil
  }
}

extension SourcePosition {
  /// Moves past a character; a line ends after its line feed.
  mutating func advance(over scalar: Unicode.Scalar) {
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }
}
