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
    source: .survey(series: "town", subject: "unsafe-dark"), direction: .lowerIsBetter,
    target: IndicatorTarget(value: 0.2, year: 2028), remark: nil)

  private static let vulnerableAreas = Indicator(
    code: "vulnerable-areas",
    name: LocalisedText(sv: "Utsatta områden", en: "Vulnerable areas"),
    source: .observations(
      ObservationSeries(
        kind: .count, unit: nil, decimals: 0,
        source: LocalisedText(sv: "Påhittad lista", en: "Invented list"),
        observations: [(2015, 2.0), (2017, 2), (2019, 2), (2021, 2), (2023, 1), (2025, 1)]
          .map { StatedValue(year: $0.0, value: $0.1) }, breaks: [])),
    direction: .lowerIsBetter, target: IndicatorTarget(value: 0, year: 2024),
    remark: LocalisedText(
      sv: "Polisens bedömning, vartannat år.", en: "The police's assessment, every second year."))

  private static let citizenSurvey = Indicator(
    code: "citizen-survey",
    name: LocalisedText(
      sv: "Trygghet enligt medborgarna", en: "Safety according to the citizens"),
    source: .observations(
      ObservationSeries(
        kind: .published, unit: LocalisedText(sv: "%", en: "%"), decimals: 0,
        source: LocalisedText(sv: "Påhittad undersökning", en: "Invented survey"),
        observations: [
          (2017, 58.0), (2018, 57), (2019, 57), (2020, 56), (2022, 48), (2023, 50), (2024, 52),
          (2025, 53),
        ].map { StatedValue(year: $0.0, value: $0.1) },
        breaks: [
          SeriesBreak(
            year: 2022,
            reason: LocalisedText(
              sv: "Indexet ersattes av en fråga.", en: "A question replaced the index."))
        ])),
    direction: .higherIsBetter, target: IndicatorTarget(value: 60, year: 2028),
    remark: LocalisedText(
      sv: "Äldre värden jämförs inte över metodbytet.",
      en: "Earlier values are not compared across the change of method."))

  private static let actions = [
    Action(
      title: LocalisedText(
        sv: "Bygg om 120 lägenheter till större", en: "Rebuild 120 flats into larger ones"),
      finding: LocalisedText(
        sv: "Trångboddhet på Kvarnbacken", en: "Crowded housing in Kvarnbacken"),
      responsible: LocalisedText(sv: "Bostadsbolaget", en: "The housing company"),
      effect: .preconditions, area: "kvarn", dueYear: 2027, progress: 0.4),
    Action(
      title: LocalisedText(
        sv: "Belysning och siktröjning längs stråk till stationen",
        en: "Lighting and clear sight along the way to the station"),
      finding: LocalisedText(
        sv: "Kvinnor i Centrum är otryggare kvällstid",
        en: "Women in Centrum feel less safe at night"),
      responsible: LocalisedText(sv: "Tekniska förvaltningen", en: "Technical department"),
      effect: .consequences, area: "centrum", dueYear: 2026, progress: 0.8),
    Action(
      title: LocalisedText(
        sv: "Lärlingsplatser i kommunens bolag", en: "Apprenticeships in municipal companies"),
      finding: LocalisedText(
        sv: "Fler unga utan arbete eller studier", en: "More young people without work or studies"),
      responsible: LocalisedText(sv: "Arbete och välfärd", en: "Work and welfare"),
      effect: .preconditions, area: nil, dueYear: 2026, progress: 0.15),
  ]
}
