import DisclosureControl
package import SafetyModel

/// Pictures that every page is tried with.
package enum ExamplePictures {
  /// Everything there can be: a goal, a map, five waves, actions.
  package static let town: SafetyPicture = {
    let waves = [2021, 2022, 2023, 2024, 2025]
    let publications = waves.enumerated().map { place, wave in
      townPublication(
        number: place + 1, wave: wave, since: Array(Set(waves[..<place].prefix(1))).sorted())
    }
    return SafetyPicture(
      municipality: Municipality(
        code: "", name: LocalisedText(sv: "Exempelby kommun", en: "Municipality of Exempelby"),
        isExample: true,
        contact: Contact(email: "trygghet@exempelby.example", telephone: "044-00 00 00")),
      goal: ExampleGoal.goal, reports: ExampleReports.all(publications),
      comparisons: [ExamplePlaces.comparison], register: ExamplePlaces.register,
      preconditions: ExamplePlaces.preconditions, waves: publications,
      history: publications.reversed().map(\.heading))
  }()

  /// The newest wave was published once more, with a correction.
  package static let corrected: SafetyPicture = {
    var picture = town
    guard var newest = picture.waves.popLast() else { return picture }
    newest.number = 6
    newest.corrects = 5
    newest.publishedAt = "2026-01-12T09:00:00Z"
    newest.note = "Vikterna för Österäng var fel i den första leveransen."
    picture.waves.append(newest)
    picture.history.insert(newest.heading, at: 0)
    return picture
  }()

  /// The site as it was when the third wave was published.
  package static let earlier: SafetyPicture = {
    var picture = town
    picture.waves = Array(town.waves.prefix(3))
    return picture
  }()

  /// The town's newest wave without its areas.
  package static let withoutAreas: SafetyPicture = {
    var picture = town
    picture.waves = town.waves.suffix(1).map { wave in
      var wave = wave
      wave.codebook.dimensions.removeAll { $0.role == .area }
      wave.codebook.areas = []
      wave.tables.removeAll { $0.dimensionCodes.contains("area") }
      return wave
    }
    picture.goal = nil
    return picture
  }()

  /// A survey from elsewhere: one wave, no goal, no map, nobody knows how many were asked.
  package static let elsewhere: SafetyPicture = {
    let publication = ExampleElsewhere.publication
    return SafetyPicture(
      municipality: Municipality(
        code: "", name: LocalisedText(["en": "Elsewhere"]), isExample: false),
      goal: nil, waves: [publication], history: [publication.heading])
  }()

  /// Before anything has been published.
  package static let empty = SafetyPicture(
    municipality: Municipality(
      code: "1290", name: LocalisedText(sv: "Nya kommunen", en: "New municipality"),
      isExample: false),
    goal: nil, waves: [], history: [])

  /// A goal whose indicators come from elsewhere, before any survey.
  package static let goalOnly: SafetyPicture = {
    var picture = town
    picture.waves = []
    picture.history = []
    picture.reports = picture.reports.map { report in
      guard report.indicator.definition?.source.kind == .survey else { return report }
      var report = report
      report.history = IndicatorHistory(segments: [])
      report.outlook = .refused(.tooFewPoints(0))
      report.status = .tooFewPoints(0)
      return report
    }
    return picture
  }()

  private static func townPublication(number: Int, wave: Int, since: [Int]) -> Publication {
    let survey = ExampleTown.survey
    let made = survey.estimates(waves: Array(2021...wave), since: since)
    return Publication(
      number: number, study: "town-\(wave)", series: "town", wave: wave, isExample: true,
      publishedAt: "\(wave)-11-20T08:00:00Z", note: nil, corrects: nil,
      fingerprint: String(repeating: "\(number)", count: 64),
      respondents: survey.leaves.reduce(0) { $0 + $1.base }, sampled: 7_200, rules: survey.rules,
      groupComparisons: made.counts[0], changeComparisons: made.counts[1],
      comparedWith: since.map { ComparedWave(wave: $0, publication: $0 - 2020) },
      codebook: townCodebook(wave), tables: survey.protected(made.tables))
  }

  private static func townCodebook(_ wave: Int) -> Codebook {
    Codebook(
      title: LocalisedText(sv: "Trygghetsmätningen \(wave)", en: "Safety survey \(wave)"),
      targetPopulation: LocalisedText(
        sv: "Folkbokförda i kommunen, 16–85 år", en: "Residents of the municipality aged 16–85"),
      fieldPeriod: Day("\(wave)-09-01").flatMap { from in
        Day("\(wave)-10-31").map { FieldPeriod(from: from, to: $0) }
      },
      producer: LocalisedText(sv: "kommunen och polisen", en: "the municipality and the police"),
      dimensions: ExampleTown.dimensions, topics: ExampleWords.topics,
      subjects: ExampleWords.subjects.map(\.published),
      highlights: ["unsafe-dark", "avoids", "victim", "trust-neighbours"],
      areas: ExampleTown.geometry)
  }
}

extension Publication {
  package var heading: PublicationHeading {
    PublicationHeading(
      number: number, study: study, series: series, wave: wave, publishedAt: publishedAt,
      note: note, corrects: corrects)
  }
}
