package import DisclosureControl
import Texts

extension Findings {
  /// What a breakdown by one dimension shows: how many pairs differ for certain, and which most.
  package static func groupDifferences(_ table: ProtectedTable, _ teller: Teller) -> Finding? {
    guard let dimension = table.dimensions.first, table.dimensions.count == 1 else { return nil }
    let pairs = table.comparisons.filter { $0.kind == .pair }
    guard !pairs.isEmpty else { return nil }
    if dimension.values.count == 2 { return twoGroups(table, pairs[0], teller) }
    let certain = pairs.filter(\.isCertain)
    guard let widest = certain.max(by: { abs($0.difference) < abs($1.difference) }) else {
      return Finding(
        text: teller.texts(
          "finding.pairs.none", count: pairs.count,
          ["total": teller.texts.word(pairs.count, .common)]))
    }
    let between = teller.between(widest.first[0], widest.second[0], of: dimension.code)
    let text = teller.texts(
      "finding.pairs.some", count: certain.count,
      [
        "k": teller.texts.word(certain.count, .common).sentenceCased,
        "total": teller.texts.number(Double(pairs.count), decimals: 0), "between": between,
        "size": teller.texts.size(of: widest, table.measure),
      ])
    return Finding(text: text, claims: certain)
  }

  private static func twoGroups(
    _ table: ProtectedTable, _ pair: ProtectedComparison, _ teller: Teller
  ) -> Finding {
    let dimension = table.dimensions[0].code
    let isFirst = pair.difference > 0
    let higher = (isFirst ? pair.first : pair.second)[0]
    let lower = (isFirst ? pair.second : pair.first)[0]
    let words = [
      "subject": teller.headline(table.subject), "higher": teller.among(higher, of: dimension),
      "lower": teller.among(lower, of: dimension), "place": "",
      "groups": teller.between(pair.first[0], pair.second[0], of: dimension),
      "size": teller.texts.size(of: pair, table.measure),
    ]
    guard pair.isCertain else {
      return Finding(text: teller.texts("finding.twoGroups.none", words))
    }
    return Finding(
      text: teller.texts(teller.key("finding.twoGroups.certain", table.measure), words),
      claims: [pair])
  }
}
