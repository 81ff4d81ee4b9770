package import DisclosureControl
import Texts

extension Findings {
  /// The area that is certainly above, or below, every other one.
  ///
  /// "Highest" is said only when every area is shown and every pair with it is certain.
  package static func extremeAreas(_ table: ProtectedTable, _ teller: Teller) -> Finding? {
    guard table.dimensions.count == 1, table.dimensions[0].values.count > 2 else { return nil }
    let highest = extreme(table) { $0 > 0 }
    let lowest = extreme(table) { $0 < 0 }
    guard let form = form(highest == nil, lowest == nil) else { return nil }
    func place(_ value: String?) -> String {
      value.map { teller.inside([$0], of: 0, dimension: table.dimensions[0].code) } ?? ""
    }
    func figure(_ value: String?) -> String {
      value.flatMap { teller.value(table.row([$0])?.headline, table.measure) } ?? ""
    }
    let text = teller.texts(
      teller.key("finding.extreme.\(form)", table.measure),
      [
        "highest": place(highest?.area), "highestValue": figure(highest?.area),
        "lowest": place(lowest?.area), "lowestValue": figure(lowest?.area),
      ])
    return Finding(text: text, claims: (highest?.claims ?? []) + (lowest?.claims ?? []))
  }

  private static func form(_ isWithoutHighest: Bool, _ isWithoutLowest: Bool) -> String? {
    switch (isWithoutHighest, isWithoutLowest) {
    case (false, false): "both"
    case (false, true): "highest"
    case (true, false): "lowest"
    case (true, true): nil
    }
  }

  private static func extreme(_ table: ProtectedTable, _ isBeyond: (Double) -> Bool)
    -> (area: String, claims: [ProtectedComparison])?
  {
    let values = table.dimensions[0].values
    for value in values {
      let pairs = values.filter { $0 != value }.map { table.pair([value], [$0]) }
      let certain = pairs.compactMap { $0 }.filter { $0.isCertain && isBeyond($0.value) }
      if certain.count == values.count - 1, table.row([value])?.headline.status == .shown {
        return (value, certain.map(\.comparison))
      }
    }
    return nil
  }
}
