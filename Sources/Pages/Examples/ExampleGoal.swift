import SafetyModel

/// The goal of the invented municipality.
enum ExampleGoal {
  static let goal = Goal(
    text: LocalisedText(
      sv: "En trygg kommun som präglas av tillit och jämlikhet",
      en: "A safe municipality marked by trust and equality"),
    indicators: [unsafe, vulnerableAreas, citizenSurvey], actions: actions)

  private static let unsafe = Indicator(
    code: "unsafe", name: LocalisedText(sv: "Otrygghet där man bor", en: "Unsafe where one lives"),
    question: LocalisedText(
      sv: "Hur många känner sig otrygga där de bor?", en: "How many feel unsafe where they live?"),
    direction: .lowerIsBetter, rhythm: .yearly, targets: [IndicatorTarget(value: 0.2, year: 2028)],
    definitions: [
      IndicatorDefinition(
        code: "share", text: LocalisedText(sv: "Andel otrygga", en: "Share who feel unsafe"),
        source: .survey(series: "town", subject: "unsafe-dark"), unit: .proportion, decimals: 1)
    ])

  private static let vulnerableAreas = Indicator(
    code: "vulnerable-areas",
    name: LocalisedText(sv: "Utsatta områden", en: "Vulnerable areas"),
    question: LocalisedText(
      sv: "Hur många områden är utsatta?", en: "How many areas are vulnerable?"),
    direction: .lowerIsBetter, rhythm: .everySecondYear,
    targets: [IndicatorTarget(value: 0, year: 2024)],
    forResidents: LocalisedText(
      sv: "Polisens bedömning, vartannat år.", en: "The police's assessment, every second year."),
    definitions: [
      IndicatorDefinition(
        code: "count", text: LocalisedText(sv: "Områden på listan", en: "Areas on the list"),
        source: .register(
          ExternalSeries(publisher: LocalisedText(sv: "Påhittad lista", en: "Invented list"))),
        unit: .plain,
        values: [(2015, 2.0), (2017, 2), (2019, 2), (2021, 2), (2023, 1), (2025, 1)]
          .map { StatedValue(year: $0.0, value: $0.1) })
    ])

  private static let citizenSurvey = Indicator(
    code: "citizen-survey",
    name: LocalisedText(
      sv: "Trygghet enligt medborgarna", en: "Safety according to the citizens"),
    question: LocalisedText(
      sv: "Hur trygga känner sig invånarna jämfört med andra kommuner?",
      en: "How safe do residents feel compared with other municipalities?"),
    direction: .higherIsBetter, rhythm: .yearly, targets: [IndicatorTarget(value: 0.6, year: 2028)],
    forResidents: LocalisedText(
      sv: "Äldre värden jämförs inte över metodbytet.",
      en: "Earlier values are not compared across the change of method."),
    definitions: [
      surveyed("factor", [(2017, 0.58), (2018, 0.57), (2019, 0.57), (2020, 0.56)], ended: true),
      surveyed("share", [(2022, 0.48), (2023, 0.5), (2024, 0.52), (2025, 0.53)], ended: false),
    ])

  private static func surveyed(_ code: String, _ values: [(Int, Double)], ended: Bool)
    -> IndicatorDefinition
  {
    IndicatorDefinition(
      code: code, text: LocalisedText(sv: "Andel trygga", en: "Share who feel safe"),
      source: .external(
        ExternalSeries(
          publisher: LocalisedText(sv: "Påhittad undersökning", en: "Invented survey"))),
      unit: .proportion,
      values: values.map {
        StatedValue(
          period: .year($0.0), value: $0.1, standardError: ended ? nil : 0.009,
          base: ended ? nil : 900)
      },
      ending: ended
        ? DefinitionEnding(
          reason: .questionReworded,
          note: LocalisedText(
            sv: "Indexet ersattes av en fråga.", en: "A question replaced the index."),
          successor: "share") : nil)
  }

  private static let actions = [
    Action(
      title: LocalisedText(
        sv: "Bygg om 120 lägenheter till större", en: "Rebuild 120 flats into larger ones"),
      finding: LocalisedText(
        sv: "Trångboddhet på Kvarnbacken", en: "Crowded housing in Kvarnbacken"),
      responsible: LocalisedText(sv: "Bostadsbolaget", en: "The housing company"),
      effect: .preconditions, area: "kvarn",
      indicators: ["unsafe", "vulnerable-areas"], levers: [.overcrowding, .housing], dueYear: 2027,
      progress: 0.4),
    Action(
      title: LocalisedText(
        sv: "Belysning och siktröjning längs stråk till stationen",
        en: "Lighting and clear sight along the way to the station"),
      finding: LocalisedText(
        sv: "Kvinnor i Centrum är otryggare kvällstid",
        en: "Women in Centrum feel less safe at night"),
      responsible: LocalisedText(sv: "Tekniska förvaltningen", en: "Technical department"),
      effect: .consequences, area: "centrum", indicators: ["unsafe"], dueYear: 2026, progress: 0.8),
    Action(
      title: LocalisedText(
        sv: "Lärlingsplatser i kommunens bolag", en: "Apprenticeships in municipal companies"),
      finding: LocalisedText(
        sv: "Fler unga utan arbete eller studier", en: "More young people without work or studies"),
      responsible: LocalisedText(sv: "Arbete och välfärd", en: "Work and welfare"),
      effect: .preconditions, area: nil, dueYear: 2026, progress: 0.15),
  ]
}
