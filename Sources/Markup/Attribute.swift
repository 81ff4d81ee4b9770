/// An attribute of an element, or nothing.
package struct Attribute: Sendable, Hashable {
  let bytes: [UInt8]

  private init(_ name: StaticString, value: String?) {
    var bytes: [UInt8] = [UInt8(ascii: " ")]
    name.withUTF8Buffer { bytes += $0 }
    if let value {
      bytes += "=\"".utf8
      Escaping.append(value, to: &bytes, isAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
    self.bytes = bytes
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// No attribute, for the other branch of a condition.
  package static let none = Attribute(bytes: [])

  /// An attribute that holds neither an address, a script nor a style; `nil` leaves it out.
  ///
  /// Addresses have their own functions, scripts and styles stand in files of their own: asking
  /// for one here is a mistake in the program and stops it.
  package static func attribute(_ name: StaticString, _ value: String?) -> Attribute {
    precondition(!isDangerous(name), "the attribute \(name) can't be written as a plain string")
    guard let value else { return .none }
    return Attribute(name, value: value)
  }

  /// An attribute without a value, such as `open`.
  package static func flag(_ name: StaticString, _ isSet: Bool = true) -> Attribute {
    isSet ? Attribute(name, value: nil) : .none
  }

  /// A coordinate or length with at most two decimals.
  package static func number(_ name: StaticString, _ value: Double) -> Attribute {
    attribute(name, Coordinate.string(value))
  }

  package static func number(_ name: StaticString, _ value: Int) -> Attribute {
    attribute(name, String(value))
  }

  package static func `class`(_ names: String?...) -> Attribute {
    let names = names.compactMap(\.self)
    return names.isEmpty ? .none : Attribute("class", value: names.joined(separator: " "))
  }

  package static func id(_ id: String?) -> Attribute { attribute("id", id) }
  package static func lang(_ code: String?) -> Attribute { attribute("lang", code) }
  package static func role(_ role: String) -> Attribute { attribute("role", role) }

  /// `aria-…`, by the name after the dash.
  package static func aria(_ name: StaticString, _ value: String?) -> Attribute {
    prefixed("aria-", name, value)
  }

  /// `data-…`, by the name after the dash.
  package static func data(_ name: StaticString, _ value: String?) -> Attribute {
    prefixed("data-", name, value)
  }

  package static func href(_ address: Address) -> Attribute {
    Attribute("href", value: address.string)
  }
  package static func src(_ address: Address) -> Attribute {
    Attribute("src", value: address.string)
  }
  package static func action(_ address: Address) -> Attribute {
    Attribute("action", value: address.string)
  }

  private static func prefixed(
    _ prefix: String, _ name: StaticString, _ value: String?
  ) -> Attribute {
    guard let value else { return .none }
    var bytes = Array(" \(prefix)\(name)=\"".utf8)
    Escaping.append(value, to: &bytes, isAttribute: true)
    bytes.append(UInt8(ascii: "\""))
    return Attribute(bytes: bytes)
  }

  private static func isDangerous(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { bytes in
      // 0x20 turns a capital letter into a small one, and names have nothing else but dashes.
      let isHandler = bytes.count > 2 && bytes[0] | 0x20 == 0x6F && bytes[1] | 0x20 == 0x6E
      return isHandler || refused.contains { $0.count == bytes.count && matches($0, bytes) }
    }
  }

  private static func matches(_ name: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    zip(name, bytes).allSatisfy { $0 == $1 | 0x20 }
  }

  private static let refused: [[UInt8]] = [
    "href", "src", "action", "formaction", "srcset", "srcdoc", "poster", "background", "cite",
    "data", "ping", "xlink:href", "style", "http-equiv",
  ].map { Array($0.utf8) }
}
