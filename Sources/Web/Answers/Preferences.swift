/// A header that lists what a client prefers: `sv, en;q=0.8`.
package struct Preferences {
  /// Lower-case names with their quality in [0, 1], as they stand.
  package let items: [(name: String, quality: Double)]

  package init(_ header: String?) {
    items = (header ?? "").prefix(1_000).split(separator: ",").compactMap { part in
      let pieces = part.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
      guard let name = pieces.first, !name.isEmpty else { return nil }
      let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }
        .map { Double($0.dropFirst(2)) ?? 0 }
      return (name, min(1, max(0, quality ?? 1)))
    }
  }

  /// The quality of a name, or of `*`, or `nil` when neither is there.
  package func quality(of name: String) -> Double? {
    (items.first { $0.name == name } ?? items.first { $0.name == "*" })?.quality
  }
}

/// The `Accept-Encoding` header.
package struct AcceptedCodings {
  private let preferences: Preferences
  package init(_ header: String?) { preferences = Preferences(header) }

  package var allowsGzip: Bool { (preferences.quality(of: "gzip") ?? 0) > 0 }
}

/// The `Accept-Language` header.
package struct AcceptedLanguages {
  private let preferences: Preferences
  package init(_ header: String?) { preferences = Preferences(header) }

  /// The language that the client likes best; the first one when it likes none or all alike.
  package func best(of codes: [String]) -> String? {
    var best = codes.first
    var highest = 0.0
    for code in codes {
      let quality =
        preferences.items.filter { $0.name == code || $0.name.hasPrefix(code + "-") }
        .map(\.quality).max() ?? 0
      if quality > highest { (best, highest) = (code, quality) }
    }
    return best
  }
}
