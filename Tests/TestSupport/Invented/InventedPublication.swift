import DisclosureControl
package import SafetyModel

/// Ready-made publications of the invented little survey, for tests of stores, pages and the web.
package enum InventedPublication {
  package static let series = "ekby-trygghet"

  /// A publication of one wave, with changes since earlier waves (published as 1, 2, 3 …).
  package static func make(
    number: Int = 1, wave: Int = 2025, since earlier: [Int] = [], series: String = series,
    note: String? = nil, corrects: Int? = nil, fingerprint: String? = nil
  ) -> Publication {
    let rules = DisclosureRules()
    let tables = InventedFigures.tables(wave: wave, since: earlier)
    let comparisons = tables.joined().flatMap(\.comparisons)
    let changes = comparisons.filter { if case .change = $0.kind { true } else { false } }
    return Publication(
      number: number, study: "\(series)-\(wave)", series: series, wave: wave, isExample: true,
      publishedAt: "\(wave)-11-22T20:45:00Z", note: note, corrects: corrects,
      fingerprint: fingerprint ?? "fingerprint of \(series) \(wave)",
      respondents: InventedFigures.respondents, sampled: 4000, rules: rules,
      groupComparisons: comparisons.count - changes.count, changeComparisons: changes.count,
      comparedWith: earlier.enumerated().map { ComparedWave(wave: $1, publication: $0 + 1) },
      codebook: InventedCodebook.codebook, tables: tables.flatMap { rules.protect($0) })
  }

  /// One publication for each wave from 2021 on, numbered from 1, each compared with those before.
  package static func waves(_ count: Int = 3) -> [Publication] {
    let years = (0..<count).map { InventedFigures.firstWave + $0 }
    return years.enumerated().map { place, year in
      make(number: place + 1, wave: year, since: Array(years[..<place]))
    }
  }

  package static let municipality = Municipality(
    code: "", name: LocalisedText(sv: "Ekby", en: "Ekby"), isExample: true,
    contact: Contact(email: "trygghet@ekby.example"))

  package static let goal = Goal(
    text: LocalisedText(
      sv: "År 2030 är Ekby tryggt för alla.", en: "By 2030 Ekby is safe for everyone."),
    indicators: [
      Indicator(
        code: "unsafe", name: LocalisedText(sv: "Otrygga efter mörker", en: "Unsafe after dark"),
        question: LocalisedText(
          sv: "Hur många är otrygga efter mörkrets inbrott?", en: "How many are unsafe after dark?"
        ),
        direction: .lowerIsBetter, rhythm: .yearly,
        targets: [IndicatorTarget(value: 0.2, year: 2030)],
        definitions: [
          IndicatorDefinition(
            code: "share", text: LocalisedText(sv: "Andel otrygga", en: "Share who feel unsafe"),
            source: .survey(series: series, subject: "unsafe-dark"), unit: .proportion,
            decimals: 1)
        ]),
      Indicator(
        code: "offences", name: LocalisedText(sv: "Anmälda brott", en: "Reported offences"),
        question: LocalisedText(
          sv: "Hur många brott anmäls?", en: "How many offences are reported?"),
        direction: .lowerIsBetter, rhythm: .yearly,
        forResidents: LocalisedText(sv: "Påhittade tal.", en: "Invented figures."),
        definitions: [
          offences("before", [(2021, 812), (2022, 790)], isOver: true),
          offences("now", [(2023, 845), (2024, 801)], isOver: false),
        ]),
    ],
    actions: [
      Action(
        title: LocalisedText(sv: "Belysning i hamnen", en: "Lighting in the harbour"),
        finding: LocalisedText(
          sv: "Hamnen är otryggare än övriga områden.",
          en: "The harbour is less safe than the other areas."),
        responsible: LocalisedText(sv: "Tekniska förvaltningen", en: "The technical department"),
        effect: .preconditions, area: "harbour", dueYear: 2026, progress: 0.5)
    ])

  /// Everything the site shows, with the given number of waves.
  package static func picture(waves count: Int = 3) -> SafetyPicture {
    let waves = waves(count)
    let history = waves.reversed().map {
      PublicationHeading(
        number: $0.number, study: $0.study, series: $0.series, wave: $0.wave,
        publishedAt: $0.publishedAt, note: $0.note, corrects: $0.corrects)
    }
    return SafetyPicture(
      municipality: municipality, goal: goal, waves: waves, history: history)
  }

  private static func offences(_ code: String, _ values: [(Int, Double)], isOver: Bool)
    -> IndicatorDefinition
  {
    IndicatorDefinition(
      code: code, text: LocalisedText(sv: "Anmälda brott", en: "Reported offences"),
      source: .register(
        ExternalSeries(
          publisher: LocalisedText(sv: "Påhittad källa", en: "An invented source"))),
      unit: .named(LocalisedText(sv: "brott", en: "offences")),
      values: values.map { StatedValue(year: $0.0, value: $0.1) },
      ending: isOver
        ? DefinitionEnding(
          reason: .methodChanged,
          note: LocalisedText(sv: "Nytt sätt att räkna.", en: "A new way to count."),
          successor: "now") : nil)
  }
}
