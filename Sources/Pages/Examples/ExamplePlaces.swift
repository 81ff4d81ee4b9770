import SafetyModel

/// Invented places beside the invented town: other municipalities, a list of assessed areas, and
/// living conditions.
enum ExamplePlaces {
  static let comparison = IndicatorComparison(
    indicator: "citizen-survey",
    periods: [(2022, 0.48, 0.55), (2023, 0.5, 0.56), (2025, 0.53, 0.6)].map { year, own, middle in
      PlaceComparison(
        period: .year(year), direction: .higherIsBetter, own: .municipality("9001"),
        values: values(year, own, middle), missing: year == 2025 ? 1 : 0,
        country: value("SE", middle, year, name: "Riket", error: 0.002))
    },
    groups: [
      PlaceGroup(
        code: "similar",
        name: LocalisedText(sv: "Liknande kommuner", en: "Similar municipalities"),
        places: (1...8).map { .municipality("900\($0)") },
        weights: PlaceWeights(
          name: LocalisedText(sv: "folkmängden", en: "population"),
          values: Dictionary(
            uniqueKeysWithValues: (1...7).map {
              (
                "900\($0)",
                [PlaceWeights.PeriodWeight(period: .year(2022), weight: Double($0) * 9_000)]
              )
            }))),
      PlaceGroup(name: nil, places: (1...20).map { place($0) }),
    ],
    bySex: [(2022, 0.43, 0.52), (2023, 0.45, 0.55), (2025, 0.48, 0.59)].map {
      SexPeriod(period: .year($0.0), women: $0.1, men: $0.2)
    })

  private static func place(_ number: Int) -> Place {
    .municipality("90" + (number < 10 ? "0" : "") + String(number))
  }

  private static func values(_ year: Int, _ own: Double, _ middle: Double) -> [PlaceValue] {
    (1...60).compactMap { number in
      let spread = Double((number * 37) % 60) / 60 - 0.5
      return value(
        place(number).code, number == 1 ? own : middle + spread * 0.24, year,
        name: number == 1 ? "Exempelby" : "Kommun \(number)", error: 0.02)
    }
  }

  private static func value(
    _ code: String, _ value: Double, _ year: Int, name: String, error: Double
  ) -> PlaceValue? {
    PlaceValue(
      Observation(
        series: "example", period: .year(year),
        place: code == "SE" ? .sweden : .municipality(code), value: .number(value),
        standardError: error, base: Int(value * (1 - value) / error / error),
        provenance: Provenance(source: "example", retrievedAt: "2025-11-01T08:00:00Z")),
      name: name)
  }

  static let register = AreaRegister(
    name: LocalisedText(sv: "Påhittad lista", en: "Invented list"),
    levels: [
      AreaLevel(
        code: "vulnerable", name: LocalisedText(sv: "Utsatt område", en: "Vulnerable area"),
        meaning: LocalisedText(
          sv: "Kriminella påverkar området; läget är allvarligt.",
          en: "Criminals influence the area; the situation is serious.")),
      AreaLevel(
        code: "risk", name: LocalisedText(sv: "Riskområde", en: "Risk area"), meaning: nil,
        until: Day("2025-11-30")),
    ],
    areas: [
      area("kvarn", "Kvarnbacken", in: 0), area("oster", "Österäng", in: 1),
    ],
    lists: [
      list("2021-10-01", ["kvarn", "oster"]), list("2023-12-01", ["kvarn"]),
      list("2025-12-01", ["kvarn"]),
    ],
    changes: [
      change("2023-12-01", .struck, .real, before: ["oster"], after: []),
      change("2025-12-01", .redrawn, .technical, before: ["kvarn"], after: ["kvarn"]),
    ])

  private static func area(_ code: String, _ name: String, in place: Int) -> RegisteredArea {
    let outlines = ExampleTown.geometry
    return RegisteredArea(
      code: code, municipality: nil,
      versions: [
        AreaVersion(
          from: firstDay, name: name,
          polygons: outlines.indices.contains(place) ? outlines[place].polygons : [])
      ])
  }

  private static var firstDay: Day { Day("2021-10-01") ?? Period.year(2021).firstDay }

  private static func list(_ day: String, _ areas: [String]) -> AreaList {
    AreaList(
      date: Day(day) ?? firstDay,
      source: LocalisedText(sv: "Påhittad lista \(day)", en: "Invented list \(day)"),
      assessments: areas.map { AreaAssessment(area: $0, level: "vulnerable") })
  }

  private static func change(
    _ day: String, _ kind: AreaChange.Kind, _ nature: AreaChange.Nature, before: [String],
    after: [String]
  ) -> AreaChange {
    AreaChange(
      date: Day(day) ?? firstDay, kind: kind, nature: nature, before: before, after: after,
      reason: nature == .real
        ? LocalisedText(
          sv: "Kriminella påverkar inte längre området.",
          en: "Criminals no longer influence the area.") : nil)
  }

  static let preconditions: Preconditions = {
    let measures = [
      measure("work", .unemployment, "Har arbete", "In work", .proportion, nil),
      measure("crowded", .overcrowding, "Trångbodda", "In crowded homes", .proportion, nil),
      measure("income", .income, "Inkomst", "Income", .mean, LocalisedText(sv: "tkr", en: "kSEK")),
    ]
    let tables = [2021, 2023].flatMap { year in
      measures.enumerated().map { place, measure in table(measure, place, year) }
    }
    return Preconditions(
      municipality: "9001", geography: "own-2025", measures: measures, tables: tables)
  }()

  private static func measure(
    _ code: String, _ lever: Lever, _ sv: String, _ en: String, _ kind: PreconditionMeasure.Kind,
    _ unit: LocalisedText?
  ) -> PreconditionMeasure {
    PreconditionMeasure(
      code: code, lever: lever, name: LocalisedText(sv: sv, en: en), kind: kind, unit: unit,
      decimals: 0, direction: .higherIsBetter)
  }

  private static func table(_ measure: PreconditionMeasure, _ place: Int, _ year: Int)
    -> PreconditionTable
  {
    let middle = [0.74, 0.12, 285][place]
    let codes = ExampleTown.geometry.map(\.code)
    return PreconditionTable(
      measure: measure.code, period: .year(year), publishedGeography: "deso-2018",
      publisher: LocalisedText(sv: "Påhittad statistik", en: "Invented statistics"),
      provenance: Provenance(source: "example", retrievedAt: "2025-11-01T08:00:00Z"),
      figures: codes.enumerated().map { number, code in
        PreconditionFigure(
          area: code, value: middle * (0.8 + 0.08 * Double(number)) + (year > 2021 ? 0.01 : 0),
          base: 4_000, withoutValue: number == 2 ? ["x"] : [])
      },
      whole: PreconditionFigure(area: "9001", value: middle, base: 24_000, withoutValue: []),
      coverage: MappingCoverage(unmappedPart: 0.021, unmapped: ["y"], unknown: []))
  }
}
