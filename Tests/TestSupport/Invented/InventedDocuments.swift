package import SafetyModel

/// Documents of an invented municipality.
package enum InventedDocuments {
  package static func register(name: String) -> AreaRegister {
    let day = Period.year(2023).firstDay
    return AreaRegister(
      name: LocalisedText(sv: name, en: name),
      levels: [AreaLevel(code: "low", name: LocalisedText(sv: "Låg", en: "Low"), until: day)],
      areas: [
        RegisteredArea(
          code: "0000-norr", municipality: "0000",
          versions: [AreaVersion(from: day, name: "Norr", polygons: [])])
      ],
      lists: [
        AreaList(
          date: day, source: LocalisedText(sv: "Polisen", en: "The police"),
          assessments: [AreaAssessment(area: "0000-norr", level: "low")])
      ],
      changes: [
        AreaChange(
          date: day, kind: .listed, nature: .real, before: [], after: ["0000-norr"])
      ])
  }

  package static let entry = SourceEntry(
    code: "invented", name: LocalisedText(sv: "Påhittad", en: "Invented"),
    publisher: LocalisedText(sv: "Ingen", en: "Nobody"), terms: "CC0", format: "csv",
    address: nil, file: "values.csv", query: [SourceSelection(variable: "Tid", values: ["top(1)"])],
    options: ["delimiter": ";"],
    series: [
      SeriesEntry(
        code: "invented-offences", name: LocalisedText(sv: "Brott", en: "Offences"),
        kind: .reportedOffences, unit: .count, decimals: 0, period: "year", fixedPeriod: nil,
        place: PlaceRule(dimension: nil, kind: .municipality, fixed: "0000"), breakdown: [],
        select: [:])
    ])

  package static let preconditions = Preconditions(
    municipality: "0000", geography: "own-2025",
    measures: [
      PreconditionMeasure(
        code: "unemployment", lever: .unemployment,
        name: LocalisedText(sv: "Arbetslösa", en: "Unemployed"), kind: .proportion, unit: nil,
        decimals: 1, direction: .lowerIsBetter)
    ],
    tables: [
      PreconditionTable(
        measure: "unemployment", period: .year(2022), publishedGeography: "deso-2018",
        publisher: LocalisedText(sv: "SCB", en: "Statistics Sweden"),
        provenance: Provenance(source: "labour", retrievedAt: "2025-01-01T00:00:00Z"),
        figures: [
          PreconditionFigure(area: "north", value: 0.1, base: 1_000, withoutValue: ["0000A0010"])
        ],
        whole: PreconditionFigure(area: "0000", value: 0.08, base: 9_000, withoutValue: []),
        coverage: MappingCoverage(unmappedPart: 0.25, unmapped: ["0000A0020"], unknown: []))
    ])
}
