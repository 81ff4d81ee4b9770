import DisclosureControl
import SafetyModel
import Texts

/// A dimension of a JSON-stat dataset.
struct JSONStatDimension {
  var code: String
  var label: String
  var categories: [(code: String, label: String)]
  var unit: (decimals: Int, label: String)?

  /// The dimensions of a table, the last varying fastest.
  static func all(of table: ProtectedTable, _ words: TableWords) -> [JSONStatDimension] {
    let wave = String(words.publication.wave)
    var dimensions = [
      JSONStatDimension(
        code: "wave", label: words.texts("tableFile.wave"), categories: [(wave, wave)])
    ]
    dimensions += table.dimensions.map { dimension in
      let categories = dimension.values.map {
        (code: $0, label: words.valueLabel($0, of: dimension.code))
      }
      return JSONStatDimension(
        code: dimension.code, label: words.dimensionLabel(dimension.code), categories: categories)
    }
    dimensions.append(
      JSONStatDimension(
        code: "statistic", label: words.texts("tableFile.statistic"),
        categories: table.statistics.map { ($0.code, words.statisticLabel($0.code)) }))
    dimensions.append(figure(table, words))
    return distinct(dimensions)
  }

  private static func figure(_ table: ProtectedTable, _ words: TableWords) -> JSONStatDimension {
    let decimals = table.rows.flatMap(\.figures).map { $0.writtenDecimals(table.measure) }.max()
    return JSONStatDimension(
      code: "figure", label: words.texts("tableFile.figure"),
      categories: JSONStatCells.parts.map { ($0, words.texts("tableFile.figure.\($0)")) },
      unit: (decimals ?? 0, words.texts("tableFile.unit.\(table.measure.rawValue)")))
  }

  /// Codes and labels are made unique: the study may use our codes, and clients key by labels.
  private static func distinct(_ dimensions: [JSONStatDimension]) -> [JSONStatDimension] {
    var dimensions = dimensions
    let codes = dimensions.map(\.code)
    for place in dimensions.indices where codes.count(where: { $0 == codes[place] }) > 1 {
      let isOurs = place == 0 || place >= dimensions.count - 2
      if isOurs { dimensions[place].code = "trygghet-" + codes[place] }
    }
    let labels = dimensions.map(\.label)
    for place in dimensions.indices where labels.count(where: { $0 == labels[place] }) > 1 {
      dimensions[place].label += " (\(dimensions[place].code))"
    }
    for place in dimensions.indices {
      let labels = dimensions[place].categories.map(\.label)
      for (index, label) in labels.enumerated() where labels.count(where: { $0 == label }) > 1 {
        dimensions[place].categories[index].label +=
          " (\(dimensions[place].categories[index].code))"
      }
    }
    return dimensions
  }

  var json: JSONOutput {
    var category: [(String, JSONOutput)] = [
      ("index", .strings(categories.map(\.code))),
      ("label", .object(categories.map { ($0.code, .string($0.label)) })),
    ]
    if let unit {
      let figures = JSONStatCells.parts.prefix(3).map { part in
        let members: [(String, JSONOutput)] = [
          ("decimals", .integer(unit.decimals)), ("label", .string(unit.label)),
        ]
        return (part, JSONOutput.object(members))
      }
      category.append(("unit", .object(figures)))
    }
    return .object([("label", .string(label)), ("category", .object(category))])
  }
}

/// The cells of a JSON-stat dataset, in order.
struct JSONStatCells {
  /// The parts of a figure, which are the last dimension.
  static let parts = ["value", "lower", "upper", "baseAtLeast", "baseAtMost"]

  private(set) var values: [JSONOutput] = []
  private(set) var statuses: [(place: Int, status: FigureStatus)] = []

  init(_ table: ProtectedTable) {
    let rows = Dictionary(table.rows.map { ($0.key, $0) }) { first, _ in first }
    for key in JSONStatCells.keys(of: table.dimensions) {
      for statistic in table.statistics.indices { append(rows[key], statistic, table.measure) }
    }
  }

  private mutating func append(_ row: ProtectedRow?, _ statistic: Int, _ measure: Measure) {
    guard let row, row.figures.indices.contains(statistic) else {
      for _ in JSONStatCells.parts { appendHidden(.noAnswers) }
      return
    }
    let figure = row.figures[statistic]
    let decimals = figure.writtenDecimals(measure)
    for number in [figure.value, figure.lower, figure.upper] {
      if figure.status == .shown, let number, number.isFinite {
        values.append(.number(DecimalText.text(number, decimals: decimals)))
      } else {
        appendHidden(figure.status)
      }
    }
    values.append(.integer(row.base.atLeast))
    values.append(.integer(row.base.atMost))
  }

  private mutating func appendHidden(_ status: FigureStatus) {
    statuses.append((values.count, status))
    values.append(.null)
  }

  /// All combinations of the dimensions' values, the last dimension fastest.
  private static func keys(of dimensions: [TableDimension]) -> [[String]] {
    dimensions.reduce([[]]) { keys, dimension in
      keys.flatMap { key in dimension.values.map { key + [$0] } }
    }
  }
}
