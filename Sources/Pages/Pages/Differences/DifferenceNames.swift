import DisclosureControl
import SafetyModel
import Texts

/// Who a comparison is between: `Centrum: kvinnor mot män`.
struct DifferenceNames {
  let table: ProtectedTable
  let reader: PictureReader

  init(_ table: ProtectedTable, _ reader: PictureReader) {
    self.table = table
    self.reader = reader
  }

  func who(_ comparison: ProtectedComparison) -> String {
    let texts = reader.texts
    switch comparison.kind {
    case .againstAll:
      return texts("page.differences.whoAgainst", ["first": name(comparison.first)])
    case .change(let since):
      let first =
        comparison.first.isEmpty ? texts("page.question.everyone") : name(comparison.first)
      return texts(
        "page.differences.whoChange", ["first": first, "year": String(since)])
    case .pair:
      let shared = zip(comparison.first, comparison.second).prefix { $0 == $1 }.count
      let outer = Array(comparison.first.prefix(shared))
      let isInner = shared > 0
      let pair = texts(
        "page.differences.whoPair",
        [
          "first": side(comparison.first, from: shared, isFirst: !isInner),
          "second": side(comparison.second, from: shared, isFirst: false),
        ])
      return outer.isEmpty ? pair : name(outer) + ": " + pair
    }
  }

  /// Women and men are words of the language, and small inside a sentence; other groups are names.
  private func side(_ key: [String], from start: Int, isFirst: Bool) -> String {
    let rest = Array(key.dropFirst(start))
    guard rest.count == 1, let sex = reader.teller.sex(rest[0], of: table.dimensions[start].code)
    else { return name(rest, from: start) }
    let words = reader.texts("finding.who.\(sex.rawValue)")
    return isFirst ? words.sentenceCased : words
  }

  private func name(_ key: [String], from start: Int = 0) -> String {
    key.enumerated().map { place, value in
      reader.teller.label(value, of: table.dimensions[start + place].code)
    }.joined(separator: ", ")
  }
}
