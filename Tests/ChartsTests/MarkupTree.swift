import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Markup read back as a tree, to ask what a reader would find in it.
final class MarkupTree {
  let name: String
  let attributes: [String: String]
  private(set) var children: [MarkupTree] = []
  private(set) var ownText = ""
  private weak var parent: MarkupTree?

  private init(name: String, attributes: [String: String], parent: MarkupTree?) {
    self.name = name
    self.attributes = attributes
    self.parent = parent
  }

  /// `nil` unless the markup is well formed.
  static func read(_ markup: String) -> MarkupTree? {
    let reader = Reader()
    let parser = XMLParser(data: Data("<all>\(markup)</all>".utf8))
    parser.delegate = reader
    return parser.parse() ? reader.root : nil
  }

  var classes: Set<String> {
    Set((attributes["class"] ?? "").split(separator: " ").map(String.init))
  }

  var text: String { ownText + children.map(\.text).joined(separator: " ") }

  /// The element and all within it.
  var all: [MarkupTree] { [self] + children.flatMap(\.all) }

  func all(_ name: String) -> [MarkupTree] { all.filter { $0.name == name } }

  /// Whether the element or one around it has the attribute.
  func isWithin(_ attribute: String, _ value: String) -> Bool {
    attributes[attribute] == value || (parent?.isWithin(attribute, value) ?? false)
  }

  func number(_ attribute: String) -> Double { attributes[attribute].flatMap(Double.init) ?? 0 }

  private final class Reader: NSObject, XMLParserDelegate {
    var root: MarkupTree?
    private var open: [MarkupTree] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) {
      let tree = MarkupTree(name: name, attributes: attributes, parent: open.last)
      open.last?.children.append(tree)
      if root == nil { root = tree }
      open.append(tree)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      open.last?.ownText += string
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
    }
  }
}

/// The numbers that a text shows, signs, decimals and all.
func numbers(in text: String) -> Set<String> {
  let pattern = /[+−]?[0-9][0-9]*(?:[\u{A0},.][0-9]+)*/
  return Set(text.matches(of: pattern).map { String($0.output) })
}
