package import DisclosureControl
import Texts

extension Findings {
  /// The opening lines of the overview: the share of everyone, its change, and the areas.
  ///
  /// - Parameters:
  ///   - table: The first highlight for everyone.
  ///   - byArea: The same by area, if it is published so.
  ///   - year: The year that the figures are about.
  ///   - teller: The words.
  /// - Returns: `nil` when the share of everyone is not shown.
  package static func lede(
    _ table: ProtectedTable, byArea: ProtectedTable?, year: Int, _ teller: Teller
  ) -> Finding? {
    guard let row = table.row([]), let value = teller.value(row.headline, table.measure) else {
      return nil
    }
    var words = ["subject": teller.headline(table.subject), "value": value, "year": String(year)]
    words["fraction"] = fraction(row.headline, table.measure, teller)
    let form = words["fraction"] == nil ? "plain" : "fraction"
    let first = Finding(text: teller.texts("finding.lede.\(form)", words))
    let parts = [
      first, shortChange(table, teller), byArea.flatMap { numberOfDifferingAreas($0, teller) },
    ]
    let all = parts.compactMap { $0 }
    return Finding(
      text: all.map(\.text).joined(separator: " "), claims: all.flatMap(\.claims))
  }

  /// `ungefär var fjärde`, when the share is close to a fraction that people use.
  private static func fraction(_ figure: PublishedFigure, _ measure: Measure, _ teller: Teller)
    -> String?
  {
    guard measure == .proportion, let value = figure.value else { return nil }
    let fractions: [(String, Double)] = [
      ("oneInTen", 0.1), ("oneInFive", 0.2), ("oneInFour", 0.25), ("oneInThree", 1.0 / 3),
      ("half", 0.5), ("twoInThree", 2.0 / 3), ("threeInFour", 0.75), ("nineInTen", 0.9),
    ]
    return fractions.first { abs($0.1 - value) < 0.0151 }.map {
      teller.texts("finding.fraction.\($0.0)")
    }
  }
}
