import DisclosureControl

extension DomainDots {
  package static let examples: [ChartExample] = {
    let areas = ExampleFigures.table(
      "area",
      [
        ("gamlegarden", 0.47, 600), ("charlottesborg", 0.38, 540), ("centrum", 0.31, 900),
        ("norra", 0.24, 410), ("sodra", 0.198, 1200), ("ahus", 0.3, 12),
      ], certain: ["gamlegarden", "charlottesborg", "sodra"], everyone: 0.254)
    let ends = ExampleFigures.table(
      "age", [("16–24", 0.001, 800), ("25–44", 0.999, 900), ("45–64", 0.5, 40)])
    let single = ExampleFigures.table("x", [("x", 0.62, 210)])
    return [
      ChartExample("areas", example("dots-areas", "Otrygga utomhus i mörker", areas)),
      ChartExample("ends", example("dots-ends", "Nästan ingen och nästan alla", ends)),
      ChartExample(
        "one-row-long-name",
        example("dots-one", "En enda grupp", single) { _ in
          "Personer födda utanför Sverige som bott i kommunen längre än tjugofem år och "
            + "ensamstående"
        }),
      ChartExample(
        "right-to-left", example("dots-rtl", "الشعور بالأمان", areas) { _ in "المنطقة الشمالية" }),
    ]
  }()

  private static func example(
    _ id: String, _ title: String, _ tables: [ProtectedTable],
    label: ([String]) -> String = { ExampleFigures.areaName($0[0]) }
  ) -> DomainDots {
    let everyone = tables.first?.rows.first?.headline
    let heading = ChartHeading(id: id, title: title, finding: "Exempel på en mening om läget.")
    guard let table = tables.last else {
      return DomainDots(heading: heading, unit: .proportion, domainTitle: "", rows: [])
    }
    return DomainDots(
      heading: heading, table: table, domainTitle: "Grupp", everyone: everyone, label: label)
  }
}
