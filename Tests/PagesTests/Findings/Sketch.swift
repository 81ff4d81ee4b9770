import DisclosureControl
import Pages
import SafetyModel
import Texts

/// Small tables with known comparisons, made the only way there is: through the rules.
struct Sketch {
  enum Verdict { case higher, lower, uncertain, hidden }

  static let areaNames = ["Åhus", "Berga", "Centrum", "Dala", "Ekeby och Vik", "Fors"]

  /// A codebook with as many areas as asked for, on a map or not.
  static func codebook(
    areas count: Int = 6, isMap: Bool = true, sexCodes: [String] = ["women", "men"]
  )
    -> Codebook
  {
    let areas = areaNames.prefix(count).enumerated().map {
      LabelledCode(code: "a\($0.offset)", label: LocalisedText(sv: $0.element, en: $0.element))
    }
    let labels = sexCodes == ["women", "men"] ? ["Kvinnor", "Män"] : ["Q", "R"]
    let position = Position(longitude: 0, latitude: 0)
    return Codebook(
      title: LocalisedText(sv: "T", en: "T"), targetPopulation: LocalisedText(sv: "T", en: "T"),
      fieldPeriod: nil, producer: nil,
      dimensions: [
        PublishedDimension(
          code: "area", role: .area, label: LocalisedText(sv: "Område", en: "Area"), values: areas),
        PublishedDimension(
          code: "sex", role: .sex, label: LocalisedText(sv: "Kön", en: "Sex"),
          values: zip(sexCodes, labels).map {
            LabelledCode(code: $0, label: LocalisedText(sv: $1, en: $1))
          }),
      ],
      topics: [TopicDescription(code: "t", label: LocalisedText(sv: "T", en: "T"))],
      subjects: [
        PublishedSubject(
          code: "s", kind: .item, label: LocalisedText(sv: "O", en: "O"),
          question: LocalisedText(sv: "?", en: "?"), topic: "t", arena: nil,
          direction: .lowerIsBetter, categories: [],
          headline: LocalisedText(sv: "Otrygga", en: "Unsafe"), headlineCategories: [],
          scaleMax: nil)
      ],
      highlights: ["s"],
      areas: isMap
        ? areas.map {
          AreaGeometry(
            code: $0.code,
            polygons: [Polygon(rings: [[position, position, position, position]])])
        } : [])
  }

  static func teller(_ codebook: Codebook, _ language: String) -> Teller {
    Teller(codebook: codebook, texts: Texts.in(language) ?? .english)
  }

  static func cell(_ value: Double = 0.4) -> EstimatedCell {
    EstimatedCell(
      value: value, standardError: 0.02, lower: value - 0.04, upper: value + 0.04, count: 120)
  }

  /// What could not be tested has no p, and is then not published.
  private static let adjustedP: [Verdict: Double] = [
    .higher: 0.001, .lower: 0.001, .uncertain: 0.5,
  ]

  private static func comparison(
    _ kind: ComparisonKind, _ first: [String], _ second: [String], _ verdict: Verdict,
    isTurned: Bool = false, size: Double = 0.1
  ) -> EstimatedComparison {
    let sign: Double = (verdict == .lower ? -1 : 1) * (isTurned ? -1 : 1) * size
    return EstimatedComparison(
      kind: kind, first: isTurned ? second : first, second: isTurned ? first : second,
      difference: sign, standardError: 0.02, lower: sign - 0.04, upper: sign + 0.04,
      adjustedP: adjustedP[verdict] ?? .nan, otherBase: 2000)
  }

  /// Women against men in each area.
  static func bySexInAreas(
    _ verdicts: [Verdict], sexes: [String] = ["women", "men"], measure: Measure = .proportion,
    isTurned: Bool = false
  ) -> ProtectedTable {
    let areas = verdicts.indices.map { "a\($0)" }
    let rows = areas.flatMap { area in
      sexes.map {
        EstimatedRow(key: [area, $0], base: 300, cells: [cell()])
      }
    }
    return protect(
      EstimatedTable(
        subject: "s", measure: measure,
        dimensions: [
          TableDimension(code: "area", values: areas), TableDimension(code: "sex", values: sexes),
        ],
        statistics: [TableStatistic(code: TableStatistic.headline)], rows: rows,
        comparisons: zip(areas, verdicts).map {
          comparison(.pair, [$0, sexes[0]], [$0, sexes[1]], $1, isTurned: isTurned)
        }))
  }

  /// Each area against everyone, and the pairs that are named.
  static func byArea(
    _ verdicts: [Verdict], pairs: [(Int, Int, Verdict)] = [], changes: [(Int, Verdict)] = [],
    sizes: [Double]? = nil
  ) -> ProtectedTable {
    let areas = verdicts.indices.map { "a\($0)" }
    let against = verdicts.indices.map { i in
      comparison(
        .againstAll, [areas[i]], [], verdicts[i], size: sizes?[i] ?? 0.1)
    }
    return protect(
      EstimatedTable(
        subject: "s", measure: .proportion,
        dimensions: [TableDimension(code: "area", values: areas)],
        statistics: [TableStatistic(code: TableStatistic.headline)],
        rows: areas.map {
          EstimatedRow(key: [$0], base: 300, cells: [cell()])
        },
        comparisons: against
          + pairs.map { comparison(.pair, [areas[$0]], [areas[$1]], $2) }
          + changes.map { comparison(.change(since: $0), [areas[0]], [areas[0]], $1) }))
  }

  /// Everyone, with a change since 2021.
  static func everyone(_ verdict: Verdict, value: Double = 0.4) -> ProtectedTable {
    protect(
      EstimatedTable(
        subject: "s", measure: .proportion, dimensions: [],
        statistics: [TableStatistic(code: TableStatistic.headline)],
        rows: [EstimatedRow(key: [], base: 2000, cells: [cell(value)])],
        comparisons: [comparison(.change(since: 2021), [], [], verdict)]))
  }

  /// The table after the rules, together with everyone, so that it can be compared with them.
  private static func protect(_ table: EstimatedTable) -> ProtectedTable {
    guard !table.dimensions.isEmpty else { return DisclosureRules().protect([table])[0] }
    let everyone = EstimatedTable(
      subject: "s", measure: table.measure, dimensions: [], statistics: table.statistics,
      rows: [
        EstimatedRow(key: [], base: table.rows.reduce(0) { $0 + $1.base }, cells: [cell()])
      ], comparisons: [])
    return DisclosureRules().protect([everyone, table])[1]
  }
}
