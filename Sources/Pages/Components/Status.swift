package import Markup

/// A status in words, with a shape that says the same without colour.
package struct Status: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case good, warn, bad, none
    /// ✓ is reached or better, ▲ on the way, ✕ worse or missed, ● neither.
    var shape: String {
      switch self {
      case .good: "✓"
      case .warn: "▲"
      case .bad: "✕"
      case .none: "●"
      }
    }
  }
  package var kind: Kind
  package var words: String

  package init(_ kind: Kind, _ words: String) {
    self.kind = kind
    self.words = words
  }
}

/// A kind of something as a tag: no status, so no shape.
package func label(_ words: String, _ kind: Status.Kind = .none) -> Fragment {
  element("span", .class("tag", kind.rawValue)) { words }
}

/// A status as a tag.
package func tag(_ status: Status) -> Fragment {
  element("span", .class("tag", status.kind.rawValue)) {
    element("span", .aria("hidden", "true")) { status.kind.shape }
    element("span") { status.words }
  }
}

extension Verdict {
  /// The colour of a certain difference.
  package var kind: Status.Kind {
    switch self {
    case .better: .good
    case .worse: .bad
    case .other: .none
    }
  }
}
