/// Where a link, an image or a form may lead: a place on this site, `https:` or `mailto:`.
///
/// Nothing else can be made, so no text from outside can become `javascript:` or lead to
/// another host by way of `//`.
package struct Address: Sendable, Hashable {
  package let string: String

  private init(_ string: String) { self.string = string }

  /// A place on this site, of its parts; each part is percent-encoded, empty ones are left out.
  ///
  ///     Address.path("sv", "omraden", "åhus")           // /sv/omraden/%C3%A5hus
  package static func path(_ parts: String...) -> Address { path(parts) }

  package static func path(_ parts: [String]) -> Address {
    Address("/" + parts.filter { !$0.isEmpty }.map(encoded).joined(separator: "/"))
  }

  /// A place on the same page.
  package static func fragment(_ id: String) -> Address { Address("#" + encoded(id)) }

  /// A place on this site that is already written as a path: `/sv/data?x=1`.
  ///
  /// `nil` unless it begins with one slash and holds only characters that an address may hold.
  package init?(ownPath path: String) {
    let bytes = Array(path.utf8)
    guard bytes.first == UInt8(ascii: "/"), bytes.dropFirst().first != UInt8(ascii: "/"),
      Address.isWellFormed(bytes)
    else { return nil }
    string = path
  }

  /// A page on another site; `nil` unless it is `https://` and a host.
  package init?(https address: String) {
    let bytes = Array(address.utf8)
    let scheme = "https://".utf8
    guard bytes.starts(with: scheme), bytes.count > scheme.count,
      bytes[scheme.count] != UInt8(ascii: "/"), Address.isWellFormed(bytes)
    else { return nil }
    string = address
  }

  /// A letter to someone; `nil` unless it is one plain address with an at sign.
  package init?(mail address: String) {
    let bytes = Array(address.utf8)
    let allowed = bytes.allSatisfy { Address.isUnreserved($0) || "@+".utf8.contains($0) }
    guard allowed, bytes.filter({ $0 == UInt8(ascii: "@") }).count == 1, bytes.count > 2 else {
      return nil
    }
    string = "mailto:" + address
  }

  /// The same place with a query; names and values are percent-encoded.
  package func query(_ items: [(name: String, value: String)]) -> Address {
    guard !items.isEmpty else { return self }
    let query = items.map { "\(Address.encoded($0.name))=\(Address.encoded($0.value))" }
    return Address(string + "?" + query.joined(separator: "&"))
  }

  /// The same page, at the element with this id.
  package func at(_ id: String) -> Address { Address(string + "#" + Address.encoded(id)) }

  private static func encoded(_ part: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in part.utf8 {
      if isUnreserved(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~".utf8.contains(byte)
    }
  }

  /// Printable ASCII without the backslash, which browsers read as a slash, and without quotes,
  /// angle brackets and spaces.
  private static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\\\"<>'`{}|^".utf8.contains($0) }
  }
}
