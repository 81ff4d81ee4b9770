package import DisclosureControl
import Texts

extension Findings {
  /// Which areas are certainly above or below everyone together.
  ///
  /// - Parameters:
  ///   - table: A subject by one dimension, with comparisons against everyone.
  ///   - teller: The words.
  /// - Returns: `nil` when nothing in the table is compared with everyone.
  package static func areasAgainstAll(_ table: ProtectedTable, _ teller: Teller) -> Finding? {
    guard let sides = AgainstAllCount(table) else { return nil }
    if sides.higher.isEmpty, sides.lower.isEmpty {
      return Finding(
        text: sides.noneDiffers(teller) + teller.notCompared(sides.hidden, of: sides.area))
    }
    let text =
      sides.claim(teller) + sides.rest(teller) + teller.notCompared(sides.hidden, of: sides.area)
    return Finding(text: text, claims: sides.claims)
  }

  /// How many areas certainly differ from everyone together, in one short sentence.
  package static func numberOfDifferingAreas(_ table: ProtectedTable, _ teller: Teller)
    -> Finding?
  {
    guard let sides = AgainstAllCount(table) else { return nil }
    guard !sides.claims.isEmpty else { return Finding(text: sides.noneDiffers(teller)) }
    let text = teller.texts(
      teller.placeKey("finding.differing"), count: sides.claims.count,
      [
        "k": teller.count(sides.claims.count).sentenceCased,
        "total": teller.count(sides.area.values.count),
      ])
    return Finding(text: text, claims: sides.claims)
  }
}

/// The areas of a table by how they compare with everyone.
private struct AgainstAllCount {
  let table: ProtectedTable
  let area: TableDimension
  var higher: [String] = []
  var lower: [String] = []
  var uncertain: [String] = []
  var hidden: [String] = []
  var claims: [ProtectedComparison] = []

  init?(_ table: ProtectedTable) {
    guard table.dimensions.count == 1 else { return nil }
    self.table = table
    area = table.dimensions[0]
    for value in area.values {
      guard let found = table.againstAll([value]) else {
        hidden.append(value)
        continue
      }
      if found.isCertain {
        claims.append(found.comparison)
        if found.value > 0 { higher.append(value) } else { lower.append(value) }
      } else {
        uncertain.append(value)
      }
    }
    guard hidden.count < area.values.count else { return nil }
  }

  func claim(_ t: Teller) -> String {
    let form = higher.isEmpty ? "lower" : lower.isEmpty ? "higher" : "both"
    return t.texts(
      t.key(t.placeKey(t.sentence("finding.againstAll.\(form)")), table.measure),
      [
        "subject": t.headline(table.subject),
        "higher": t.inside(higher, of: area.values.count, dimension: area.code),
        "lower": t.inside(lower, of: area.values.count, dimension: area.code),
      ])
  }

  func rest(_ t: Teller) -> String {
    guard !uncertain.isEmpty else { return "" }
    let name = t.names(Array(uncertain.prefix(1)), of: area.code)
    return " "
      + t.texts(
        t.placeKey("finding.againstAll.rest"), count: uncertain.count,
        ["name": name.sentenceCased, "k": t.count(uncertain.count)])
  }

  func noneDiffers(_ t: Teller) -> String {
    let name = t.names(Array(uncertain.prefix(1)), of: area.code)
    return t.texts(
      t.placeKey("finding.againstAll.none"), count: uncertain.count,
      ["name": name.sentenceCased, "k": t.count(uncertain.count)])
  }
}
