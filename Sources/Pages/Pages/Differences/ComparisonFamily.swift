package import DisclosureControl
import SafetyModel
import Texts

/// What kind of groups a difference is between; a choice in the filter of differences.
package struct ComparisonFamily: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable { case against, between, change }
  package let kind: Kind
  package let dimensions: [String]

  package init(_ comparison: ProtectedComparison, in table: ProtectedTable) {
    switch comparison.kind {
    case .pair: kind = .between
    case .againstAll: kind = .against
    case .change: kind = .change
    }
    dimensions = table.dimensionCodes
  }

  /// The same in every language: `against.area`, `between.area.sex`, `change`.
  package var code: String { ([kind.rawValue] + dimensions).joined(separator: ".") }

  func label(_ reader: PictureReader) -> String {
    let names = dimensions.map { code in
      reader.codebook.dimension(code).map { reader.words($0.label) } ?? code
    }
    guard let inner = names.last else { return reader.texts("page.differences.change.everyone") }
    if kind == .between, names.count > 1 {
      return reader.texts(
        "page.differences.between.within",
        ["name": inner, "outer": names.dropLast().joined(separator: ", ")])
    }
    return reader.texts(
      "page.differences.\(kind.rawValue)", ["name": names.joined(separator: ", ")])
  }
}
