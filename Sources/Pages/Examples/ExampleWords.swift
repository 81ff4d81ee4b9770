import SafetyModel

/// The words of the example surveys.
enum ExampleWords {
  static func dimension(
    _ code: String, _ role: DimensionRole, _ sv: String, _ en: String,
    _ values: [(String, String, String)]
  ) -> PublishedDimension {
    PublishedDimension(
      code: code, role: role, label: LocalisedText(sv: sv, en: en), values: codes(values))
  }

  static func codes(_ values: [(String, String, String)]) -> [LabelledCode] {
    values.map { LabelledCode(code: $0.0, label: LocalisedText(sv: $0.1, en: $0.2)) }
  }

  static let topics = [
    TopicDescription(code: "safety", label: LocalisedText(sv: "Otrygghet", en: "Feeling unsafe")),
    TopicDescription(
      code: "exposure", label: LocalisedText(sv: "Utsatthet för brott", en: "Exposure to crime")),
    TopicDescription(code: "trust", label: LocalisedText(sv: "Tillit", en: "Trust")),
  ]

  private static let safe = codes([
    ("very-safe", "Mycket trygg", "Very safe"), ("fairly-safe", "Ganska trygg", "Fairly safe"),
    ("fairly-unsafe", "Ganska otrygg", "Fairly unsafe"),
    ("very-unsafe", "Mycket otrygg", "Very unsafe"),
    ("stays-in", "Går aldrig ut av oro", "Never goes out from worry"),
  ])
  private static let often = codes([
    ("never", "Aldrig", "Never"), ("sometimes", "Ibland", "Sometimes"), ("often", "Ofta", "Often"),
  ])
  private static let yesNo = codes([("yes", "Ja", "Yes"), ("no", "Nej", "No")])
  private static let agree = codes([
    ("all", "Alla", "All"), ("most", "De flesta", "Most"), ("few", "Ett fåtal", "A few"),
    ("none", "Ingen", "None"),
  ])

  static let subjects: [ExampleSurvey.Subject] = [
    item(
      "unsafe-dark", "safety", "Otrygg utomhus i mörker", "Unsafe outdoors after dark",
      "Om du går ut ensam sent en kväll där du bor, känner du dig trygg eller otrygg?",
      "If you go out alone late in the evening where you live, do you feel safe or unsafe?",
      "Känner sig otrygga utomhus när det är mörkt", "Feel unsafe outdoors after dark", safe,
      ["fairly-unsafe", "very-unsafe", "stays-in"], .lowerIsBetter, 0.31, -0.06),
    item(
      "avoids", "safety", "Avstår från aktiviteter av oro", "Avoids activities from worry",
      "Har du det senaste året avstått från någon aktivitet av oro för brott?",
      "Have you in the last year avoided an activity from worry about crime?",
      "Avstår från aktiviteter av oro för brott", "Avoid activities from worry about crime",
      often, ["sometimes", "often"], .lowerIsBetter, 0.12, 0),
    item(
      "worry-violence", "safety", "Orolig för överfall", "Worried about assault",
      "Är du orolig för att bli överfallen eller misshandlad?",
      "Are you worried about being assaulted?", "Oroar sig för överfall",
      "Worry about being assaulted", often, ["often"], .lowerIsBetter, 0.2, 0.01),
    item(
      "victim", "exposure", "Utsatt för brott senaste året", "Victim of crime in the last year",
      "Har du själv utsatts för något brott de senaste tolv månaderna?",
      "Have you yourself been a victim of any crime in the last twelve months?",
      "Har utsatts för brott", "Have been a victim of crime", yesNo, ["yes"], .lowerIsBetter,
      0.2, -0.09),
    item(
      "threatened", "exposure", "Utsatt för hot", "Threatened",
      "Har någon hotat dig så att du blev rädd de senaste tolv månaderna?",
      "Has anyone threatened you so that you were afraid in the last twelve months?",
      "Har blivit hotade", "Have been threatened", yesNo, ["yes"], .lowerIsBetter, 0.055, 0),
    item(
      "trust-neighbours", "trust", "Litar på grannarna", "Trusts the neighbours",
      "Hur många i ditt område litar du på?", "How many people in your area do you trust?",
      "Litar på de flesta i området", "Trust most people in the area", agree, ["all", "most"],
      .higherIsBetter, 0.68, 0.02),
    index,
  ]

  private static let index = ExampleSurvey.Subject(
    published: PublishedSubject(
      code: "disorder", kind: .index,
      label: LocalisedText(sv: "Ordningsindex", en: "Disorder index"),
      question: LocalisedText(
        sv: "Medelvärde av fem frågor om nedskräpning, skadegörelse och buskörning, 0–6.",
        en: "Mean of five questions on littering, vandalism and reckless driving, 0–6."),
      topic: "exposure", arena: .home, direction: .lowerIsBetter, categories: [],
      headline: LocalisedText(sv: "Ordningsindex", en: "Disorder index"), headlineCategories: [],
      scaleMax: 6),
    share: 0.36, trend: -0.01)

  private static func item(
    _ code: String, _ topic: String, _ sv: String, _ en: String, _ questionSv: String,
    _ questionEn: String, _ headlineSv: String, _ headlineEn: String, _ categories: [LabelledCode],
    _ counted: [String], _ direction: Direction, _ share: Double, _ trend: Double
  ) -> ExampleSurvey.Subject {
    ExampleSurvey.Subject(
      published: PublishedSubject(
        code: code, kind: .item, label: LocalisedText(sv: sv, en: en),
        question: LocalisedText(sv: questionSv, en: questionEn), topic: topic, arena: .home,
        direction: direction, categories: categories,
        headline: LocalisedText(sv: headlineSv, en: headlineEn), headlineCategories: counted,
        scaleMax: nil),
      share: share, trend: trend)
  }
}
