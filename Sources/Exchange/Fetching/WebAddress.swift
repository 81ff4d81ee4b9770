/// An address that may be asked, taken apart strictly: what two programs read differently is refused.
struct WebAddress: Hashable {
  var isSecure: Bool
  /// In small letters.
  var host: String
  var port: Int
  let text: String

  /// `nil` for anything but `https://host[:port]/path?query` in plain ASCII.
  init?(_ text: String) {
    let isSecure = text.hasPrefix("https://")
    guard isSecure || text.hasPrefix("http://"), text.utf8.count <= 8_000,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Array("\"\\<>^`{|}#@".utf8).contains($0) })
    else { return nil }
    let rest = text.dropFirst(isSecure ? 8 : 7)
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let host = parts.first?.lowercased(), !host.isEmpty,
      host.utf8.allSatisfy({ WebAddress.isInHost($0) }), !host.hasPrefix("."), !host.hasPrefix("-")
    else { return nil }
    var port = isSecure ? 443 : 80
    if parts.count == 2 {
      guard let number = Int(parts[1]), (1...65_535).contains(number) else { return nil }
      port = number
    }
    self.isSecure = isSecure
    self.host = host
    self.port = port
    self.text = text
  }

  private static func isInHost(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 46
  }
}
