/// Puts pieces of markup after each other; a plain string is escaped text.
@resultBuilder
package enum FragmentBuilder {
  package static func buildExpression(_ fragment: Fragment) -> Fragment { fragment }
  package static func buildExpression(_ fragment: Fragment?) -> Fragment { fragment ?? .empty }
  package static func buildExpression(_ fragments: [Fragment]) -> Fragment { Fragment(fragments) }
  package static func buildExpression(_ string: String) -> Fragment { text(string) }
  package static func buildBlock(_ pieces: Fragment...) -> Fragment { Fragment(pieces) }
  package static func buildOptional(_ piece: Fragment?) -> Fragment { piece ?? .empty }
  package static func buildEither(first piece: Fragment) -> Fragment { piece }
  package static func buildEither(second piece: Fragment) -> Fragment { piece }
  package static func buildArray(_ pieces: [Fragment]) -> Fragment { Fragment(pieces) }
}

extension Fragment {
  /// Several pieces without an element around them.
  package init(@FragmentBuilder _ content: () -> Fragment) { self = content() }
}
