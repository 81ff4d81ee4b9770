package import SafetyModel

/// Every page with every picture that it must make sense for: what the checks loop over.
package struct ExamplePage: Sendable {
  /// `town-overview`; the name of its golden file.
  package let name: String
  package let picture: SafetyPicture
  package let publication: Int?
  package let page: SiteAddress.Page

  package static let all: [ExamplePage] = {
    var all = pages(
      "town", ExamplePictures.town, area: "kvarn", questions: ["unsafe-dark", "disorder"],
      filter: DifferenceFilter(topic: "safety", comparison: "between.area.sex"))
    all += pages(
      "elsewhere", ExamplePictures.elsewhere, area: "2", questions: ["walkdark"],
      filter: DifferenceFilter(includesUncertain: true))
    all.append(example("corrected-overview", ExamplePictures.corrected, .overview))
    all.append(example("corrected-data", ExamplePictures.corrected, .data))
    all.append(example("earlier-overview", ExamplePictures.earlier, .overview, publication: 3))
    all.append(example("empty-overview", ExamplePictures.empty, .overview))
    all.append(example("goal-only-overview", ExamplePictures.goalOnly, .overview))
    all += ["unsafe", "vulnerable-areas", "citizen-survey"].map {
      example("town-indicator-\($0)", ExamplePictures.town, .indicator($0))
    }
    all.append(example("town-comparison", ExamplePictures.town, .comparison("citizen-survey")))
    all.append(
      example(
        "town-comparison-chosen", ExamplePictures.town,
        .comparison(
          "citizen-survey", ComparisonChoice(group: "own-region", period: .year(2023)))))
    all.append(
      example("town-area-preconditions", ExamplePictures.town, .areaPreconditions("kvarn")))
    for (name, picture) in [("town", ExamplePictures.town), ("empty", ExamplePictures.empty)] {
      all.append(example("\(name)-indicators", picture, .indicators))
      all.append(example("\(name)-register", picture, .register))
      all.append(example("\(name)-preconditions", picture, .preconditions))
    }
    all.append(example("empty-about", ExamplePictures.empty, .about))
    all.append(example("noareas-areas", ExamplePictures.withoutAreas, .areas))
    all.append(example("noareas-overview", ExamplePictures.withoutAreas, .overview))
    return all
  }()

  private static func pages(
    _ name: String, _ picture: SafetyPicture, area: String, questions: [String],
    filter: DifferenceFilter
  ) -> [ExamplePage] {
    [
      example("\(name)-overview", picture, .overview), example("\(name)-areas", picture, .areas),
      example("\(name)-area", picture, .area(area)),
      example("\(name)-differences", picture, .differences(DifferenceFilter())),
      example("\(name)-differences-filtered", picture, .differences(filter)),
      example("\(name)-questions", picture, .questions),
      example("\(name)-method", picture, .method), example("\(name)-data", picture, .data),
      example("\(name)-about", picture, .about),
      example("\(name)-accessibility", picture, .accessibility),
    ] + questions.map { example("\(name)-question-\($0)", picture, .question($0)) }
  }

  private static func example(
    _ name: String, _ picture: SafetyPicture, _ page: SiteAddress.Page, publication: Int? = nil
  ) -> ExamplePage {
    ExamplePage(name: name, picture: picture, publication: publication, page: page)
  }

  package func render(in language: Language, assets: AssetNames = .plain) -> RenderedPage {
    Site(assets: assets).page(
      at: SiteAddress(language: language, publication: publication, page: page), of: picture)
  }
}
