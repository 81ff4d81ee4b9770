import Foundation
package import HTTPTypes

/// The address of a request, found to be well formed.
package struct RequestTarget: Sendable, Hashable {
  /// From the first slash up to the query, as it was sent.
  package let path: String
  /// With its question mark; empty without one.
  package let query: String

  /// Why an address is refused.
  package enum Refusal: Error {
    case tooLong
    case malformed

    package var status: HTTPResponse.Status {
      switch self {
      case .tooLong: .uriTooLong
      case .malformed: .badRequest
      }
    }
  }

  /// Refuses what no page can have: anything but printable ASCII, percent signs without two hex
  /// digits, bytes that are not UTF-8, control characters, backslashes and steps to a parent.
  ///
  /// They are refused here, before anything is looked up, so that no later part has to know them.
  package init(_ text: String, limit: Int) throws(Refusal) {
    guard text.utf8.count <= limit else { throw .tooLong }
    let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = halves.first, path.first == "/",
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
    else { throw .malformed }
    for half in halves where !RequestTarget.isDecodable(half) { throw .malformed }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for part in parts {
      let decoded = String(part).removingPercentEncoding ?? ""
      guard decoded != "..", decoded != ".", !decoded.contains("/"), !decoded.contains("\\") else {
        throw .malformed
      }
    }
    // An empty part in the middle, `//`, is another address of the same thing or of another host.
    guard !parts.dropLast().contains("") || parts.count == 1 else { throw .malformed }
    self.path = String(path)
    query = halves.count > 1 ? "?" + halves[1] : ""
  }

  private static func isDecodable(_ text: Substring) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return true }
    guard let decoded = String(text).removingPercentEncoding else { return false }
    return decoded.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }
}
