import Foundation

/// The tags of a page, in order; the writer escapes `>` in attributes, so a scan is enough.
struct PageStructure {
  struct Tag {
    let name: String
    let isEnd: Bool
    let attributes: [String: String]
  }
  let tags: [Tag]

  init(_ html: String) {
    tags = html.matches(of: /<(\/?)([a-zA-Z0-9]+)((?:\s[^>]*)?)>/).map { match in
      var attributes: [String: String] = [:]
      for pair in String(match.3).matches(of: /([a-zA-Z:-]+)(?:="([^"]*)")?/) {
        attributes[String(pair.1)] = pair.2.map(String.init) ?? ""
      }
      return Tag(name: String(match.2), isEnd: !match.1.isEmpty, attributes: attributes)
    }
  }

  var starts: [Tag] { tags.filter { !$0.isEnd } }
  var ids: [String] { starts.compactMap { $0.attributes["id"] } }

  /// Names of elements that are open at the end, or closed without being open.
  var unbalanced: [String] {
    let void: Set<String> = ["meta", "link", "img", "input", "br"]
    let shapes: Set<String> = ["line", "circle", "rect", "polyline", "polygon", "path"]
    var open: [String] = []
    var wrong: [String] = []
    for tag in tags where !void.contains(tag.name) && !shapes.contains(tag.name) {
      if !tag.isEnd {
        open.append(tag.name)
      } else if open.last == tag.name {
        open.removeLast()
      } else {
        wrong.append(tag.name)
      }
    }
    return wrong + open
  }

  var headingLevels: [Int] {
    starts.compactMap { tag in
      tag.name.count == 2 && tag.name.first == "h" ? Int(String(tag.name.dropFirst())) : nil
    }
  }

  /// The page with a line for each tag and its drawings left out: they have golden files of
  /// their own.
  static func outline(_ html: String) -> String {
    html.replacing(/<svg [^>]*>.*?<\/svg>/.dotMatchesNewlines(), with: "<svg/>")
      .replacing("><", with: ">\n<") + "\n"
  }
}
