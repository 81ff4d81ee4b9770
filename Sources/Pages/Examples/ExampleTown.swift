import DisclosureControl
import Foundation
import SafetyModel

/// An invented municipality with a map, a goal and five waves.
enum ExampleTown {
  static let areas: [(code: String, sv: String, en: String, part: Double, shift: Double)] = [
    ("kvarn", "Kvarnbacken och Vik", "Kvarnbacken and Vik", 0.11, 0.95),
    ("oster", "Österäng", "Österäng", 0.14, 0.55),
    ("centrum", "Centrum", "Centrum", 0.24, 0.2),
    ("norra", "Norra bygden", "Norra bygden", 0.17, -0.35),
    ("sodra", "Södra bygden", "Södra bygden", 0.22, -0.32),
    ("strand", "Strandby och kusten", "Strandby and the coast", 0.12, -0.45),
  ]

  static let dimensions = [
    PublishedDimension(
      code: "area", role: .area, label: LocalisedText(sv: "Område", en: "Area"),
      values: areas.map {
        LabelledCode(code: $0.code, label: LocalisedText(sv: $0.sv, en: $0.en))
      }),
    ExampleWords.dimension(
      "sex", .sex, "Kön", "Sex", [("women", "Kvinnor", "Women"), ("men", "Män", "Men")]),
    ExampleWords.dimension(
      "age", .age, "Ålder", "Age",
      [
        ("16-24", "16–24 år", "16–24 years"), ("25-44", "25–44 år", "25–44 years"),
        ("45-64", "45–64 år", "45–64 years"), ("65-85", "65–85 år", "65–85 years"),
      ]),
    ExampleWords.dimension(
      "background", .background, "Bakgrund", "Background",
      [("inside", "Född i Sverige", "Born in Sweden"), ("outside", "Utrikes född", "Born abroad")]
    ),
  ]

  /// Shares of the population, and shifts on the logit scale for fear and for everything else.
  private static let sexes = [("women", 0.52, 0.62), ("men", 0.48, -0.55)]
  private static let ages = [
    ("16-24", 0.14, 0.25), ("25-44", 0.31, 0.05), ("45-64", 0.31, -0.1), ("65-85", 0.24, 0.12),
  ]
  private static let backgrounds = [("inside", 0.8, -0.02), ("outside", 0.2, 0.08)]
  private static let fear: Set<String> = ["unsafe-dark", "avoids", "worry-violence"]

  static let survey: ExampleSurvey = {
    var leaves: [ExampleSurvey.Leaf] = []
    for area in areas {
      for sex in sexes {
        for age in ages {
          for background in backgrounds {
            let part = area.part * sex.1 * age.1 * background.1
            let values = [
              "area": area.code, "sex": sex.0, "age": age.0, "background": background.0,
            ]
            leaves.append(
              ExampleSurvey.Leaf(
                values: values, base: Int((part * 3_600).rounded()), weight: part,
                shift: { code in
                  let sign: Double = code == "trust-neighbours" ? -0.7 : 1
                  let bySex = fear.contains(code) ? (area.code == "strand" ? 0.25 : 1) : 0.08
                  return sign * area.shift + bySex * sex.2 + age.2 + background.2
                }))
          }
        }
      }
    }
    return ExampleSurvey(
      dimensions: dimensions,
      breakdowns: [
        [], ["area"], ["sex"], ["age"], ["background"], ["area", "sex"], ["area", "age"],
      ],
      leaves: leaves, subjects: ExampleWords.subjects,
      compared: [["area"], ["sex"], ["age"], ["background"]], comparesWithin: [["area", "sex"]])
  }()

  /// Outlines on a plane, turned into degrees about a made-up place.
  static let geometry: [AreaGeometry] = [
    ("centrum", [(150, 118), (210, 140), (205, 190), (150, 200), (118, 165)]),
    ("kvarn", [(90, 150), (150, 118), (118, 165), (150, 200), (120, 225), (60, 205), (48, 160)]),
    ("oster", [(210, 140), (285, 120), (300, 175), (255, 215), (205, 190)]),
    ("strand", [(255, 215), (300, 175), (352, 200), (350, 300), (292, 330), (235, 270)]),
    (
      "norra",
      [(40, 20), (190, 8), (300, 40), (285, 120), (210, 140), (150, 118), (90, 150), (30, 110)]
    ),
    (
      "sodra",
      [
        (60, 205), (120, 225), (150, 200), (205, 190), (255, 215), (235, 270), (292, 330),
        (200, 372), (90, 340), (40, 270),
      ]
    ),
  ].map { code, points in
    let ring = points.map { x, y in
      Position(longitude: 14 + Double(x) / 600, latitude: 56 - Double(y) / 1075)
    }
    return AreaGeometry(code: code, polygons: [Polygon(rings: [ring + [ring[0]]])])
  }
}
