/// A piece of HTML or SVG that is well formed and safe to send.
///
/// It is a flat buffer of bytes. There is no way to make one from a string of markup that came
/// from somewhere: names are `StaticString`, everything else is escaped byte by byte.
///
///     let row = element("p", .class("lede"), .lang("sv")) {
///       text(answer)                                    // escaped
///       " "                                             // so is a plain string
///       element("a", .href(.path("sv", "areas"))) { text("Områden") }
///       if isNew { element("strong") { text("nytt") } }
///       for name in names { bdi(name) }
///     }
///     let bytes = row.bytes
///
/// Strings are escaped as bytes and never as characters: a quote followed by a combining accent
/// is one `Character`, and an escaper that compares characters lets it through.
package struct Fragment: Sendable, Hashable {
  /// UTF-8.
  package private(set) var bytes: [UInt8]

  package static let empty = Fragment(bytes: [])

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The pieces after each other.
  package init(_ pieces: [Fragment]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count })
    for piece in pieces { bytes += piece.bytes }
    self.bytes = bytes
  }

  package var isEmpty: Bool { bytes.isEmpty }

  /// The markup as a string, for tests and logs; send ``bytes``.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func append(_ other: Fragment) { bytes += other.bytes }
}

/// Something that a person wrote, escaped.
package func text(_ string: String) -> Fragment {
  var bytes: [UInt8] = []
  Escaping.append(string, to: &bytes, isAttribute: false)
  return Fragment(bytes: bytes)
}

/// Something that a person wrote, kept apart from the direction of the text around it.
///
/// Names and numbers of another script or direction would else jump about in a sentence.
package func bdi(_ string: String, _ attributes: Attribute...) -> Fragment {
  Markup.element("bdi", attributes) { text(string) }
}

/// Markup that stands word for word in this program's own source; nothing else can be passed.
package func markup(_ literal: StaticString) -> Fragment {
  Fragment(bytes: literal.withUTF8Buffer(Array.init))
}
