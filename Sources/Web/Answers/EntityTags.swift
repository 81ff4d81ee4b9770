/// The tags of an `If-None-Match` header.
package struct EntityTags {
  private let tags: [Substring]
  private let isAny: Bool

  package init(_ header: String?) {
    let header = header ?? ""
    isAny = header == "*"
    tags = header.split(separator: ",").map { part in
      var tag = part.drop { $0 == " " }
      if tag.hasPrefix("W/") { tag = tag.dropFirst(2) }
      return tag.drop { $0 == "\"" }.prefix { $0 != "\"" }
    }
  }

  /// Whether the client has the content already, plain or compressed.
  package func contain(_ tag: String) -> Bool {
    isAny || tags.contains { $0 == tag || $0 == tag + "-gz" }
  }
}
