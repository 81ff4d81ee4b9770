import DisclosureControl
import Markup
import SafetyModel
import Texts

extension AreaMap {
  package static let examples: [ChartExample] = {
    let figures = ExampleFigures.table(
      "area",
      [
        ("gamlegarden", 0.47, 600), ("charlottesborg", 0.38, 540), ("centrum", 0.31, 900),
        ("norra", 0.2, 410), ("sodra", 0.2, 600), ("ahus", 0.18, 12), ("utan-karta", 0.2, 80),
      ])
    let odd = ExampleFigures.table(
      "area", [("ring", 0.02, 800), ("islands", 0.7, 90), ("sliver", 0.999, 900), ("dot", 0.4, 60)])
    let single = ExampleFigures.table("area", [("x", 0.5, 60)])
    return [
      example("municipality", "Känner sig otrygga utomhus när det är mörkt", figures, six) {
        .path("sv", "omraden", $0)
      },
      example("odd-shapes", "Ring, öar, spillra och prick", odd, oddShapes) { _ in nil },
      example(
        "one-area", "Ett enda område", single, [outline("x", [(0, 0), (4, 0), (4, 2), (0, 2)])]
      ) {
        .path($0)
      },
      example("no-outlines", "Ingen karta", single, []) { _ in nil },
    ].compactMap(\.self)
  }()

  private static func example(
    _ name: String, _ title: String, _ tables: [ProtectedTable], _ outlines: [AreaGeometry],
    address: @escaping (String) -> Address?
  ) -> ChartExample? {
    guard let table = tables.last else { return nil }
    return ChartExample(
      name,
      AreaMap(
        heading: ChartHeading(id: "map-\(name)", title: title), table: table,
        domainTitle: "Område", outlines: outlines, texts: .swedish,
        label: ExampleFigures.areaName, address: address))
  }

  /// The six areas of the design, from its drawing's points to degrees about Kristianstad.
  static let six: [AreaGeometry] = [
    outline(
      "norra",
      [(40, 25), (195, 12), (300, 42), (285, 122), (210, 140), (150, 118), (90, 150), (30, 110)]),
    outline(
      "gamlegarden",
      [(90, 150), (150, 118), (118, 165), (150, 200), (120, 225), (60, 205), (48, 160)]),
    outline("centrum", [(150, 118), (210, 140), (205, 190), (150, 200), (118, 165)]),
    outline("charlottesborg", [(210, 140), (285, 122), (300, 180), (256, 215), (205, 190)]),
    outline(
      "sodra",
      [
        (60, 205), (120, 225), (150, 200), (205, 190), (256, 215), (236, 275), (294, 340),
        (200, 382), (95, 350), (42, 275),
      ]),
    outline("ahus", [(300, 180), (356, 207), (354, 310), (294, 340), (236, 275), (256, 215)]),
  ]

  private static let oddShapes: [AreaGeometry] = [
    AreaGeometry(
      code: "ring",
      polygons: [
        polygon(
          [(0, 0), (120, 0), (120, 120), (0, 120)], [(40, 40), (100, 40), (100, 100), (40, 100)])
      ]),
    AreaGeometry(
      code: "islands",
      polygons: [
        polygon([(150, 10), (170, 10), (165, 30)]),
        polygon([(190, 40), (260, 30), (250, 110), (180, 90)]),
        // Too few corners, and no number: both are left out of the drawing.
        polygon([(0, 0), (1, 1)]), Polygon(rings: []),
      ]),
    outline("sliver", [(0, 130), (260, 131), (260, 133), (0, 134)]),
    outline("dot", [(60, 60), (63, 60), (63, 63), (60, 63)]),
  ]

  private static func outline(_ code: String, _ corners: [(Double, Double)]) -> AreaGeometry {
    AreaGeometry(code: code, polygons: [polygon(corners)])
  }

  private static func polygon(_ rings: [(Double, Double)]...) -> Polygon {
    Polygon(
      rings: rings.map { ring in
        ring.map {
          Position(longitude: 14 + $0.0 / 900 / 0.56, latitude: 56.2 - $0.1 / 900)
        }
      })
  }
}
