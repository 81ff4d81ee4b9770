package import DisclosureControl

/// A sentence or two that a rule made from published figures.
///
/// The words never say more than the figures: a difference is named only when its comparison is
/// certain, and every comparison that the words rest on is in ``claims``.
package struct Finding: Sendable, Hashable {
  package var text: String
  /// The comparisons that the words call a difference or a change; all are certain.
  package var claims: [ProtectedComparison]

  package init(text: String, claims: [ProtectedComparison] = []) {
    self.text = text
    self.claims = claims
  }
}

/// The rules that make findings, one rule a file.
package enum Findings {}
