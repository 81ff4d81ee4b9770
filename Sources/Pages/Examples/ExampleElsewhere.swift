import DisclosureControl
import SafetyModel

/// A survey that nothing of ours was made for: English only, groups instead of places.
enum ExampleElsewhere {
  private static func english(_ text: String) -> LocalisedText { LocalisedText(["en": text]) }

  private static func codes(_ values: [(String, String)]) -> [LabelledCode] {
    values.map { LabelledCode(code: $0.0, label: english($0.1)) }
  }

  private static let dimensions = [
    PublishedDimension(
      code: "rural2", role: .area, label: english("Type of area"),
      values: codes([("1", "Urban"), ("2", "Rural")])),
    PublishedDimension(
      code: "sex", role: .sex, label: english("Sex"),
      values: codes([("1", "Male"), ("2", "Female")])),
    PublishedDimension(
      code: "agegrp7", role: .age, label: english("Age group"),
      values: codes([("1", "16-24"), ("2", "25-34"), ("3", "35-44"), ("4", "75+")])),
  ]

  private static let walkdark = PublishedSubject(
    code: "walkdark", kind: .item, label: english("Walking alone after dark"),
    question: english("How safe do you feel walking alone in this area after dark?"),
    topic: "fear", arena: nil, direction: .lowerIsBetter,
    categories: codes([
      ("1", "Very safe"), ("2", "Fairly safe"), ("3", "A bit unsafe"), ("4", "Very unsafe"),
    ]),
    headline: english("A bit or very unsafe"), headlineCategories: ["3", "4"], scaleMax: nil)

  private static let victim = PublishedSubject(
    code: "bcsvictim", kind: .item, label: english("Victim of crime"),
    question: english("Experience of any crime in the previous 12 months"), topic: "crime",
    arena: nil, direction: .neutral,
    categories: codes([("0", "Not a victim of crime"), ("1", "Victim of crime")]),
    headline: english("Victim of crime"), headlineCategories: ["1"], scaleMax: nil)

  static let publication: Publication = {
    let survey = ExampleElsewhere.survey
    let made = survey.estimates(waves: [2008], since: [])
    return Publication(
      number: 1, study: "elsewhere", series: "elsewhere", wave: 2008, isExample: false,
      publishedAt: "2026-11-22T20:45:00Z", note: nil, corrects: nil,
      fingerprint: String(repeating: "a", count: 64),
      respondents: survey.leaves.reduce(0) { $0 + $1.base }, sampled: nil, rules: survey.rules,
      groupComparisons: made.counts[0], changeComparisons: made.counts[1], comparedWith: [],
      codebook: Codebook(
        title: english("Crime survey 2007–08"),
        targetPopulation: english("Adults aged 16 and over"),
        fieldPeriod: nil, producer: nil, dimensions: dimensions,
        topics: [
          TopicDescription(code: "fear", label: english("Fear of crime")),
          TopicDescription(code: "crime", label: english("Experience of crime")),
        ],
        subjects: [walkdark, victim], highlights: [], areas: []),
      tables: survey.protected(made.tables))
  }()

  private static let survey: ExampleSurvey = {
    var leaves: [ExampleSurvey.Leaf] = []
    for (area, areaPart, areaShift) in [("1", 0.75, 0.15), ("2", 0.25, -0.5)] {
      for (sex, sexPart, sexShift) in [("1", 0.49, -0.75), ("2", 0.51, 0.55)] {
        for (age, agePart) in [("1", 0.15), ("2", 0.3), ("3", 0.45), ("4", 0.1)] {
          let part = areaPart * sexPart * agePart
          leaves.append(
            ExampleSurvey.Leaf(
              values: ["rural2": area, "sex": sex, "agegrp7": age],
              base: Int((part * 11_676).rounded()), weight: part,
              shift: { $0 == "walkdark" ? areaShift + sexShift : areaShift }))
        }
      }
    }
    return ExampleSurvey(
      dimensions: dimensions,
      breakdowns: [[], ["rural2"], ["sex"], ["agegrp7"], ["rural2", "sex"]], leaves: leaves,
      subjects: [
        ExampleSurvey.Subject(published: walkdark, share: 0.33, trend: 0),
        ExampleSurvey.Subject(published: victim, share: 0.2216, trend: 0),
      ],
      compared: [["rural2"], ["sex"], ["agegrp7"]], comparesWithin: [["rural2", "sex"]])
  }()
}
