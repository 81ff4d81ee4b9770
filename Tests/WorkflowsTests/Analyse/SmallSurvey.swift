import SafetyModel
import TestSupport
import Workflows

/// A survey small enough to count by hand: answers by area and sex, every weight given.
struct SmallSurvey {
  var rows: [(area: Int, sex: Int, answer: Int, weight: Double)] = []

  static let codebook: Codebook = {
    var codebook = InventedCodebook.codebook
    codebook.dimensions = [
      dimension("area", .area, ["a", "b", "c"]), dimension("sex", .sex, ["women", "men"]),
    ]
    codebook.subjects = [subject("worry", yes: ["yes"])]
    return codebook
  }()

  static func subject(_ code: String, yes: [String]) -> PublishedSubject {
    let text = LocalisedText(sv: code, en: code)
    return PublishedSubject(
      code: code, kind: .item, label: text, question: text, topic: "outdoors", arena: nil,
      direction: .lowerIsBetter,
      categories: ["yes", "maybe", "no"].map { LabelledCode(code: $0, label: text) },
      headline: text, headlineCategories: yes, scaleMax: nil)
  }

  private static func dimension(
    _ code: String, _ role: DimensionRole, _ values: [String]
  ) -> PublishedDimension {
    let text = LocalisedText(sv: code, en: code)
    return PublishedDimension(
      code: code, role: role, label: text,
      values: values.map { LabelledCode(code: $0, label: LocalisedText(sv: $0, en: $0)) })
  }

  mutating func add(area: Int, sex: Int, answer: Int, weight: Double = 1, times: Int = 1) {
    rows += Array(repeating: (area, sex, answer, weight), count: times)
  }

  var answers: StoredAnswers {
    StoredAnswers(
      rowCount: rows.count, weights: rows.map(\.weight), strata: nil, primaryUnits: nil,
      populationSizes: nil, lonelyUnit: .fail,
      codedColumns: [
        "item.worry": StoredCodes(
          categories: ["yes", "maybe", "no"], codes: rows.map { UInt8($0.answer) }),
        "dimension.area": StoredCodes(
          categories: ["a", "b", "c"], codes: rows.map { UInt8($0.area) }),
        "dimension.sex": StoredCodes(
          categories: ["women", "men"], codes: rows.map { UInt8($0.sex) }),
      ], numericColumns: [:])
  }

  var analysis: SurveyAnalysis {
    get throws { try SurveyAnalysis(codebook: Self.codebook, answers: answers) }
  }

  /// Women say yes in half of the answers and men in a tenth, in every area; but area a has three
  /// women for each man and area b the other way round.
  static let confounded: SmallSurvey = {
    var survey = SmallSurvey()
    for (area, sex, count) in [
      (1, 1, 120), (1, 2, 40), (2, 1, 40), (2, 2, 120), (3, 1, 80), (3, 2, 80),
    ] {
      let yes = sex == 1 ? count / 2 : count / 10
      survey.add(area: area, sex: sex, answer: 1, times: yes)
      survey.add(area: area, sex: sex, answer: 3, times: count - yes)
    }
    return survey
  }()

  /// The headline's pairs by kind.
  static func pairs(
    _ table: AnalystReport.Table, _ kind: AnalystReport.Pair.Kind
  ) -> [AnalystReport.Pair] {
    table.differences.filter { $0.kind == kind }
  }

  /// Forty answers in each area and sex; women in area a answer yes more often than others.
  static let balanced: SmallSurvey = {
    var survey = SmallSurvey()
    for area in 1...3 {
      for sex in 1...2 {
        let yes = area == 1 && sex == 1 ? 34 : 10
        survey.add(area: area, sex: sex, answer: 1, times: yes)
        survey.add(area: area, sex: sex, answer: 3, times: 40 - yes)
      }
    }
    return survey
  }()
}
