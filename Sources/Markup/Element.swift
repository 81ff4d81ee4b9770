/// An element with its attributes and what is in it.
package func element(
  _ name: StaticString, _ attributes: Attribute...,
  @FragmentBuilder content: () -> Fragment = { .empty }
) -> Fragment {
  element(name, attributes, content: content)
}

/// An element whose attributes are already in a list.
package func element(
  _ name: StaticString, _ attributes: [Attribute],
  @FragmentBuilder content: () -> Fragment = { .empty }
) -> Fragment {
  let content = content().bytes
  let kind = ElementKind(name)
  precondition(content.isEmpty || kind == .normal, "\(name) can't hold anything")
  var bytes: [UInt8] = []
  bytes.reserveCapacity(
    content.count + 2 * name.utf8CodeUnitCount + 5 + attributes.reduce(0) { $0 + $1.bytes.count })
  bytes.append(UInt8(ascii: "<"))
  name.withUTF8Buffer { bytes += $0 }
  for attribute in attributes { bytes += attribute.bytes }
  if kind == .shape { bytes.append(UInt8(ascii: "/")) }
  bytes.append(UInt8(ascii: ">"))
  guard kind == .normal || kind == .reference else { return Fragment(bytes: bytes) }
  bytes += content
  bytes += "</".utf8
  name.withUTF8Buffer { bytes += $0 }
  bytes.append(UInt8(ascii: ">"))
  return Fragment(bytes: bytes)
}

/// How an element is closed.
private enum ElementKind {
  case normal
  /// HTML without an end tag, such as `br`.
  case void
  /// SVG that is closed at once, such as `circle`.
  case shape
  /// Text in it would not be read as escaped text, so it stands in a file and is referred to.
  case reference

  init(_ name: StaticString) {
    self = ElementKind.special[name.description] ?? .normal
  }

  private static let special: [String: ElementKind] = {
    var kinds: [String: ElementKind] = ["script": .reference, "style": .reference]
    for name in [
      "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
      "track", "wbr",
    ] { kinds[name] = .void }
    for name in [
      "circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "stop", "use",
    ] { kinds[name] = .shape }
    return kinds
  }()
}

/// A whole page: the doctype, the language and its direction, head and body.
package func document(
  language: String, isRightToLeft: Bool = false, @FragmentBuilder head: () -> Fragment,
  @FragmentBuilder body: () -> Fragment
) -> Fragment {
  let direction = Attribute.attribute("dir", isRightToLeft ? "rtl" : nil)
  return Fragment([
    markup("<!doctype html>"),
    element("html", .lang(language), direction) {
      element("head") {
        element("meta", .attribute("charset", "utf-8"))
        element(
          "meta", .attribute("name", "viewport"),
          .attribute("content", "width=device-width,initial-scale=1"))
        head()
      }
      element("body", content: body)
    },
  ])
}
