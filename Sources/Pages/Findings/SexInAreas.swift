package import DisclosureControl
import SafetyModel
import Texts

extension Findings {
  /// Women against men, area by area: for how many areas one of them is certainly higher.
  ///
  /// - Parameters:
  ///   - table: A subject by two dimensions, area and then a dimension with two values.
  ///   - teller: The words.
  /// - Returns: `nil` when the table is not such a table, or nothing in it can be compared.
  package static func sexInAreas(_ table: ProtectedTable, _ teller: Teller) -> Finding? {
    guard table.dimensions.count == 2, table.dimensions[1].values.count == 2 else { return nil }
    let sides = SexInAreasCount(table)
    guard !sides.compared.isEmpty else { return nil }
    let claims = sides.firstHigher + sides.secondHigher
    guard let main = sides.main else {
      return Finding(text: sides.noneCertain(teller) + sides.notCompared(teller))
    }
    let text =
      sides.claim(main, teller) + sides.opposite(teller) + sides.rest(teller) + "."
      + sides.notCompared(teller)
    return Finding(text: text, claims: claims.map(\.difference.comparison))
  }
}

/// The areas of a table by how their two groups compare.
private struct SexInAreasCount {
  typealias Compared = (area: String, difference: Difference)
  let table: ProtectedTable
  let area: TableDimension
  let groups: TableDimension
  var firstHigher: [Compared] = []
  var secondHigher: [Compared] = []
  var uncertain: [Compared] = []
  var hidden: [String] = []

  init(_ table: ProtectedTable) {
    self.table = table
    area = table.dimensions[0]
    groups = table.dimensions[1]
    for value in area.values {
      guard let found = table.pair([value, groups.values[0]], [value, groups.values[1]]) else {
        hidden.append(value)
        continue
      }
      switch (found.isCertain, found.value > 0) {
      case (true, true): firstHigher.append((value, found))
      case (true, false): secondHigher.append((value, found))
      case (false, _): uncertain.append((value, found))
      }
    }
  }

  var compared: [Compared] { firstHigher + secondHigher + uncertain }
  /// The direction that most areas go in.
  var main: (areas: [Compared], higher: String, lower: String)? {
    let values = groups.values
    if firstHigher.isEmpty, secondHigher.isEmpty { return nil }
    return firstHigher.count >= secondHigher.count
      ? (firstHigher, values[0], values[1]) : (secondHigher, values[1], values[0])
  }

  func claim(_ main: (areas: [Compared], higher: String, lower: String), _ t: Teller) -> String {
    let isAllShown = main.areas.count == compared.count && !hidden.isEmpty && compared.count > 1
    let place =
      isAllShown
      ? t.texts(t.placeKey("finding.insideAllShown"), ["n": t.count(compared.count)])
      : t.inside(main.areas.map(\.area), of: area.values.count, dimension: area.code)
    return t.texts(
      t.key(t.sentence("finding.higher"), table.measure),
      [
        "subject": t.headline(table.subject), "higher": t.among(main.higher, of: groups.code),
        "lower": t.among(main.lower, of: groups.code), "place": place,
      ])
  }

  func opposite(_ t: Teller) -> String {
    let isFirst = firstHigher.count >= secondHigher.count
    let other = isFirst ? secondHigher : firstHigher
    guard !other.isEmpty else { return "" }
    return t.texts(
      t.key("finding.opposite", table.measure),
      [
        "higher": t.among(groups.values[isFirst ? 1 : 0], of: groups.code),
        "place": t.inside(other.map(\.area), of: area.values.count, dimension: area.code),
      ])
  }

  func rest(_ t: Teller) -> String {
    guard !uncertain.isEmpty else { return "" }
    return t.texts(
      "finding.restUncertain",
      ["place": t.inside(uncertain.map(\.area), of: area.values.count, dimension: area.code)])
  }

  func noneCertain(_ t: Teller) -> String {
    let n = compared.count
    let key = t.placeKey(t.sentence("finding.sexInAreas.none"))
    return t.texts(
      key + (n == 1 ? ".one" : hidden.isEmpty ? ".other" : ".shown"),
      [
        "subject": t.headline(table.subject), "first": t.label(groups.values[0], of: groups.code),
        "second": t.label(groups.values[1], of: groups.code),
        "groups": t.between(groups.values[0], groups.values[1], of: groups.code),
        "n": t.count(n), "place": t.inside([compared[0].area], of: n, dimension: area.code),
      ])
  }

  func notCompared(_ t: Teller) -> String { t.notCompared(hidden, of: area) }
}

extension Teller {
  /// ` För Åhus visas ingen jämförelse.`, or nothing when all can be compared.
  func notCompared(_ values: [String], of dimension: TableDimension) -> String {
    guard !values.isEmpty else { return "" }
    let who =
      values.count <= 3
      ? names(values, of: dimension.code)
      : texts(placeKey("finding.someOf"), ["k": count(values.count)])
    return " " + texts("finding.notCompared", ["names": who])
  }

  /// `kvinnor och män`, or `”Female” och ”Male”`.
  func between(_ first: String, _ second: String, of dimension: String) -> String {
    texts.list(
      [first, second].map { value in
        sex(value, of: dimension).map { texts("finding.who.\($0.rawValue)") }
          ?? quoted(label(value, of: dimension))
      })
  }
}
