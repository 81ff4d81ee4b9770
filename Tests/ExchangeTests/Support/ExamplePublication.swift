import DisclosureControl
import SafetyModel

/// A small publication with shown figures and each kind of hidden one.
enum ExamplePublication {
  static let areas = TableDimension(code: "area", values: ["c", "a", "h", "k"])
  static let sexes = TableDimension(code: "sex", values: ["k", "m"])
  static let statistics = [
    TableStatistic(code: TableStatistic.headline, sumOf: ["unsafe"]),
    TableStatistic(code: "safe"), TableStatistic(code: "unsafe"),
  ]

  static func table(_ dimensions: [TableDimension], _ rows: [EstimatedRow]) -> EstimatedTable {
    EstimatedTable(
      subject: "unsafe-dark", measure: .proportion, dimensions: dimensions, statistics: statistics,
      rows: rows, comparisons: [])
  }

  /// A row in which `unsafe` of `base` answered that they are unsafe.
  static func row(_ key: [String], base: Int, unsafe: Int) -> EstimatedRow {
    let share = base == 0 ? 0 : Double(unsafe) / Double(base)
    let cell = { (value: Double, count: Int) in
      EstimatedCell(
        value: value, standardError: 0.02, lower: max(0, value - 0.04),
        upper: min(1, value + 0.04), count: count)
    }
    return EstimatedRow(
      key: key, base: base,
      cells: [cell(share, unsafe), cell(1 - share, base - unsafe), cell(share, unsafe)])
  }

  static let everyone = table([], [row([], base: 1325, unsafe: 301)])
  static let byAreaAndSex = table(
    [areas, sexes],
    [
      row(["c", "k"], base: 400, unsafe: 120), row(["c", "m"], base: 400, unsafe: 90),
      row(["a", "k"], base: 210, unsafe: 61), row(["a", "m"], base: 200, unsafe: 2),
      row(["h", "k"], base: 12, unsafe: 6), row(["h", "m"], base: 103, unsafe: 22),
      row(["k", "k"], base: 0, unsafe: 0), row(["k", "m"], base: 0, unsafe: 0),
    ])

  static let tables = DisclosureRules().protect([everyone, byAreaAndSex])

  static func publication(title: String = "Trygghetsmätning 2025") -> Publication {
    let label = { (code: String, sv: String, en: String) in
      LabelledCode(code: code, label: LocalisedText(sv: sv, en: en))
    }
    let codebook = Codebook(
      title: LocalisedText(sv: title, en: "Safety survey 2025"),
      targetPopulation: LocalisedText(sv: "Alla 16–84 år", en: "Everyone aged 16–84"),
      fieldPeriod: nil, producer: LocalisedText(sv: "Påhittade kommunen", en: "Invented"),
      dimensions: [
        PublishedDimension(
          code: "area", role: .area, label: LocalisedText(sv: "Område", en: "Area"),
          values: [
            label("c", "Centrum", "Centre"), label("a", "Åsen", "Åsen"),
            // The same name twice: clients of JSON-stat key by labels.
            label("h", "=HYPERLINK(\"x\")", "Harbour"), label("k", "Åsen", "Åsen"),
          ]),
        PublishedDimension(
          code: "sex", role: .sex, label: LocalisedText(sv: "Kön", en: "Sex"),
          values: [label("k", "Kvinnor", "Women"), label("m", "Män", "Men")]),
      ],
      topics: [TopicDescription(code: "worry", label: LocalisedText(sv: "Oro", en: "Worry"))],
      subjects: [
        PublishedSubject(
          code: "unsafe-dark", kind: .item, label: LocalisedText(sv: "Ute sent", en: "Out late"),
          question: LocalisedText(sv: "Hur trygg …?", en: "How safe …?"), topic: "worry",
          arena: nil, direction: .lowerIsBetter,
          categories: [label("safe", "Trygg", "Safe"), label("unsafe", "Otrygg", "Unsafe")],
          headline: LocalisedText(sv: "Otrygg", en: "Unsafe"), headlineCategories: ["unsafe"],
          scaleMax: nil)
      ], highlights: ["unsafe-dark"], areas: [])
    return Publication(
      number: 7, study: "ptm-2025", series: "ptm", wave: 2025, isExample: true,
      publishedAt: "2025-11-22T20:45:00Z", note: nil, corrects: nil, fingerprint: "x",
      respondents: 1325, sampled: 3000, rules: DisclosureRules(), groupComparisons: 0,
      changeComparisons: 0, comparedWith: [], codebook: codebook, tables: tables)
  }
}
