package import DisclosureControl
import Texts

extension Findings {
  /// How the headline of a row has changed since the earliest wave it was compared with.
  ///
  /// - Parameters:
  ///   - table: The newest wave's table.
  ///   - key: The row; `[]` is everyone.
  ///   - earlier: The row's figure in an earlier wave, by its year.
  ///   - teller: The words.
  /// - Returns: `nil` when the row was not compared with an earlier wave.
  package static func change(
    _ table: ProtectedTable, row key: [String] = [], earlier: (Int) -> PublishedFigure?,
    _ teller: Teller
  ) -> Finding? {
    guard let (since, change) = table.longestChange(key) else { return nil }
    var words = ["subject": teller.headline(table.subject), "year": String(since)]
    guard change.isCertain else { return Finding(text: teller.texts("finding.change.none", words)) }
    let direction = change.value > 0 ? "up" : "down"
    words["from"] = teller.value(earlier(since), table.measure)
    words["to"] = teller.value(table.row(key)?.headline, table.measure)
    let hasBoth = words["from"] != nil && words["to"] != nil
    let form = hasBoth ? ".fromTo" : ""
    return Finding(
      text: teller.texts("finding.change.\(direction)\(form)", words),
      claims: [change.comparison])
  }

  /// The same in a few words for a sentence that has named the subject already.
  package static func shortChange(
    _ table: ProtectedTable, row key: [String] = [], _ teller: Teller
  ) -> Finding? {
    guard let (since, change) = table.longestChange(key) else { return nil }
    let form = change.isCertain ? (change.value > 0 ? "up" : "down") : "none"
    return Finding(
      text: teller.texts("finding.shortChange.\(form)", ["year": String(since)]),
      claims: change.isCertain ? [change.comparison] : [])
  }
}
