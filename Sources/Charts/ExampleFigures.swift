import DisclosureControl
import SafetyModel

/// Invented figures for the charts' examples, protected as all figures are.
enum ExampleFigures {
  /// A table of one statistic by one dimension; the standard error follows from the base.
  static func table(
    _ dimension: String, _ rows: [(code: String, value: Double, base: Int)],
    certain: Set<String> = [], everyone: Double = 0.25
  ) -> [ProtectedTable] {
    let statistics = [TableStatistic(code: TableStatistic.headline)]
    let all = EstimatedTable(
      subject: "example", measure: .proportion, dimensions: [], statistics: statistics,
      rows: [row([], [everyone], base: rows.reduce(0) { $0 + $1.base })], comparisons: [])
    let split = EstimatedTable(
      subject: "example", measure: .proportion,
      dimensions: [TableDimension(code: dimension, values: rows.map(\.code))],
      statistics: statistics, rows: rows.map { row([$0.code], [$0.value], base: $0.base) },
      comparisons: rows.map {
        comparison(.againstAll, [$0.code], [], $0.value - everyone, certain.contains($0.code))
      })
    return DisclosureRules().protect([all, split])
  }

  /// The shares of an item's categories, without a headline, by one dimension.
  static func shares(
    _ dimension: String, _ rows: [(code: String, values: [Double], base: Int)]
  ) -> ProtectedTable? {
    let count = rows.first?.values.count ?? 0
    let table = EstimatedTable(
      subject: "example", measure: .proportion,
      dimensions: [TableDimension(code: dimension, values: rows.map(\.code))],
      statistics: (0..<count).map { TableStatistic(code: "\($0 + 1)") },
      rows: rows.map { row([$0.code], $0.values, base: $0.base) }, comparisons: [])
    return DisclosureRules().protect([table]).first
  }

  /// Women and men by area.
  static func pairs(
    _ rows: [(code: String, women: Double, men: Double, base: Int, isCertain: Bool)]
  ) -> ProtectedTable? {
    let table = EstimatedTable(
      subject: "example", measure: .proportion,
      dimensions: [
        TableDimension(code: "area", values: rows.map(\.code)),
        TableDimension(code: "sex", values: ["woman", "man"]),
      ],
      statistics: [TableStatistic(code: TableStatistic.headline)],
      rows: rows.flatMap {
        [
          row([$0.code, "woman"], [$0.women], base: $0.base),
          row([$0.code, "man"], [$0.men], base: $0.base),
        ]
      },
      comparisons: rows.map {
        comparison(
          .pair, [$0.code, "woman"], [$0.code, "man"], $0.women - $0.men, $0.isCertain)
      })
    return DisclosureRules().protect([table]).first
  }

  static func figure(_ value: Double, base: Int = 400) -> PublishedFigure? {
    table("x", [("x", value, base)]).last?.rows.first?.headline
  }

  /// The mean of an index.
  static func mean(_ value: Double, base: Int = 400) -> PublishedFigure? {
    let cell = EstimatedCell(
      value: value, standardError: 0.1, lower: value - 0.2, upper: value + 0.2, count: nil)
    let table = EstimatedTable(
      subject: "example", measure: .mean, dimensions: [],
      statistics: [TableStatistic(code: TableStatistic.headline)],
      rows: [EstimatedRow(key: [], base: base, cells: [cell])], comparisons: [])
    return DisclosureRules().protect([table]).first?.rows.first?.headline
  }

  private static func row(_ key: [String], _ values: [Double], base: Int) -> EstimatedRow {
    EstimatedRow(
      key: key, base: base,
      cells: values.map { value in
        let error = (value * (1 - value) / Double(max(base, 1))).squareRoot()
        return EstimatedCell(
          value: value, standardError: error, lower: max(0, value - 1.96 * error),
          upper: min(1, value + 1.96 * error), count: Int((value * Double(base)).rounded()))
      })
  }

  private static func comparison(
    _ kind: ComparisonKind, _ first: [String], _ second: [String], _ difference: Double,
    _ isCertain: Bool
  ) -> EstimatedComparison {
    EstimatedComparison(
      kind: kind, first: first, second: second, difference: difference, standardError: 0.02,
      lower: difference - 0.04, upper: difference + 0.04, adjustedP: isCertain ? 0.001 : 0.4)
  }

  static let areaNames = [
    "gamlegarden": "Gamlegården och Näsby", "charlottesborg": "Charlottesborg och Öster",
    "centrum": "Centrum", "norra": "Norra kommunen", "sodra": "Södra kommunen",
    "ahus": "Åhus och kusten",
  ]

  static func areaName(_ code: String) -> String { areaNames[code] ?? code }
}
