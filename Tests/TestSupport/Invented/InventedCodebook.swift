package import SafetyModel

/// The words of the invented little survey that tests use: four areas, three items, one index.
package enum InventedCodebook {
  package static let codebook = Codebook(
    title: LocalisedText(sv: "Trygghetsmätning i Ekby", en: "Safety survey in Ekby"),
    targetPopulation: LocalisedText(
      sv: "Folkbokförda 16–84 år", en: "Registered residents aged 16–84"),
    fieldPeriod: nil,
    producer: LocalisedText(sv: "Ekby kommun", en: "The municipality of Ekby"),
    dimensions: [area, sex, age], topics: topics,
    subjects: [unsafeDark, litter, trustPolice, disorder],
    highlights: ["unsafe-dark", "trust-police", "disorder"], areas: outlines)

  /// The countryside is so small that its women and men are hidden one by one.
  package static let area = PublishedDimension(
    code: "area", role: .area, label: LocalisedText(sv: "Område", en: "Area"),
    values: [
      labelled("north", sv: "Norra staden", en: "North Town"),
      labelled("centre", sv: "Centrum", en: "The Centre"),
      labelled("harbour", sv: "Hamnen", en: "The Harbour"),
      labelled("countryside", sv: "Landsbygden", en: "The Countryside"),
    ])

  package static let sex = PublishedDimension(
    code: "sex", role: .sex, label: LocalisedText(sv: "Kön", en: "Sex"),
    values: [labelled("women", sv: "Kvinnor", en: "Women"), labelled("men", sv: "Män", en: "Men")])

  package static let age = PublishedDimension(
    code: "age", role: .age, label: LocalisedText(sv: "Ålder", en: "Age"),
    values: [
      labelled("16-29", sv: "16–29 år", en: "16–29 years"),
      labelled("30-64", sv: "30–64 år", en: "30–64 years"),
      labelled("65-84", sv: "65–84 år", en: "65–84 years"),
    ])

  package static let topics = [
    TopicDescription(
      code: "outdoors", label: LocalisedText(sv: "Utemiljön", en: "The outdoor environment")),
    TopicDescription(code: "trust", label: LocalisedText(sv: "Förtroende", en: "Trust")),
  ]

  package static let unsafeDark = PublishedSubject(
    code: "unsafe-dark", kind: .item,
    label: LocalisedText(sv: "Otrygghet efter mörkrets inbrott", en: "Feeling unsafe after dark"),
    question: LocalisedText(
      sv: "Hur trygg känner du dig när du går ut ensam sent en kväll?",
      en: "How safe do you feel walking alone late in the evening?"),
    topic: "outdoors", arena: .leisure, direction: .lowerIsBetter,
    categories: [
      labelled("very-safe", sv: "Mycket trygg", en: "Very safe"),
      labelled("fairly-safe", sv: "Ganska trygg", en: "Fairly safe"),
      labelled("fairly-unsafe", sv: "Ganska otrygg", en: "Fairly unsafe"),
      labelled("very-unsafe", sv: "Mycket otrygg", en: "Very unsafe"),
    ],
    headline: LocalisedText(sv: "Känner sig otrygga", en: "Feel unsafe"),
    headlineCategories: ["fairly-unsafe", "very-unsafe"], scaleMax: nil)

  package static let litter = PublishedSubject(
    code: "litter", kind: .item, label: LocalisedText(sv: "Nedskräpning", en: "Litter"),
    question: LocalisedText(
      sv: "Är nedskräpning ett problem där du bor?", en: "Is litter a problem where you live?"),
    topic: "outdoors", arena: .home, direction: .lowerIsBetter,
    categories: [labelled("yes", sv: "Ja", en: "Yes"), labelled("no", sv: "Nej", en: "No")],
    headline: LocalisedText(sv: "Ser nedskräpning som ett problem", en: "See litter as a problem"),
    headlineCategories: ["yes"], scaleMax: nil)

  package static let trustPolice = PublishedSubject(
    code: "trust-police", kind: .item,
    label: LocalisedText(sv: "Förtroende för polisen", en: "Trust in the police"),
    question: LocalisedText(
      sv: "Hur stort förtroende har du för polisen där du bor?",
      en: "How much do you trust the police where you live?"),
    topic: "trust", arena: nil, direction: .higherIsBetter,
    categories: [
      labelled("high", sv: "Stort", en: "High"),
      labelled("neither", sv: "Varken stort eller litet", en: "Neither high nor low"),
      labelled("low", sv: "Litet", en: "Low"),
    ],
    headline: LocalisedText(sv: "Har stort förtroende", en: "Have high trust"),
    headlineCategories: ["high"], scaleMax: nil)

  package static let disorder = PublishedSubject(
    code: "disorder", kind: .index,
    label: LocalisedText(sv: "Ordningsstörningar", en: "Disorder"),
    question: LocalisedText(
      sv: "Medelvärde av frågorna om ordningsstörningar, 0–6",
      en: "Mean of the questions about disorder, 0–6"),
    topic: "outdoors", arena: nil, direction: .lowerIsBetter, categories: [],
    headline: LocalisedText(sv: "Ordningsstörningar", en: "Disorder"),
    headlineCategories: [], scaleMax: 6)

  /// Four squares beside each other, in the order of the areas.
  package static let outlines = area.values.enumerated().map { place, value in
    let west = 14 + 0.1 * Double(place % 2)
    let south = 56 + 0.1 * Double(place / 2)
    let corners = [(0.0, 0.0), (0.1, 0.0), (0.1, 0.1), (0.0, 0.1), (0.0, 0.0)]
    return AreaGeometry(
      code: value.code,
      polygons: [
        Polygon(rings: [corners.map { Position(longitude: west + $0, latitude: south + $1) }])
      ])
  }

  private static func labelled(_ code: String, sv: String, en: String) -> LabelledCode {
    LabelledCode(code: code, label: LocalisedText(sv: sv, en: en))
  }
}
