import SafetyModel
import Testing

@testable import Workflows

@Suite struct CodeAnswersTests {
  /// Answers by weight, which tells the rows apart after the shuffle.
  private func byWeight(_ answers: StoredAnswers, _ column: String) -> [Double: UInt8] {
    let codes = answers.codedColumns[column]?.codes ?? []
    return Dictionary(zip(answers.weights, codes), uniquingKeysWith: { a, _ in a })
  }

  @Test func answersBecomeBytes() throws {
    let survey = SourceSurvey([("w", "1 2 3 4 5 6"), ("q1", "1 Safe 3 9 . 2.0")])
    let coded = try CodeAnswers(seed: 1).coded(survey.input)
    #expect(coded.answers.rowCount == 6)
    #expect(coded.answers.codedColumns["item.dark"]?.categories == ["safe", "so-so", "unsafe"])
    #expect(byWeight(coded.answers, "item.dark") == [1: 1, 2: 1, 3: 3, 4: 0, 5: 0, 6: 2])
  }

  @Test func aNumberIsFoundByItsLabel() throws {
    var survey = SourceSurvey([("w", "1 2 3"), ("q1", "1 2 3")])
    survey.study.items[0].categories = [
      SourceSurvey.category("safe", "Safe"), SourceSurvey.category("unsafe", "Unsafe"),
    ]
    survey.columns[1] = SourceColumn(
      name: "q1",
      valueLabels: [
        SourceValueLabel(value: "1", label: "Safe"), SourceValueLabel(value: "2", label: "Unsafe"),
        SourceValueLabel(value: "3", label: "Refused", isMissing: true),
      ], values: .numbers([1, 2, 3]))
    let coded = try CodeAnswers(seed: 1).coded(survey.input)
    #expect(byWeight(coded.answers, "item.dark") == [1: 1, 2: 2, 3: 0])
  }

  @Test func theSameSeedGivesTheSameOrder() throws {
    let weights = (1...50).map(String.init).joined(separator: " ")
    let answers = (1...50).map { String(1 + $0 % 3) }.joined(separator: " ")
    let survey = SourceSurvey([("w", weights), ("q1", answers)])
    let first = try CodeAnswers(seed: 1).coded(survey.input).answers
    #expect(try CodeAnswers(seed: 1).coded(survey.input).answers == first)
    let other = try CodeAnswers(seed: 2).coded(survey.input).answers
    #expect(other != first)
    #expect(first.weights != (1...50).map(Double.init))
    #expect(byWeight(other, "item.dark") == byWeight(first, "item.dark"))
  }

  @Test func rowsWithoutAWeightAreRefusedOrLeftOut() throws {
    var survey = SourceSurvey([("w", "1 . 3"), ("q1", "1 2 3")])
    #expect(throws: Problems.self) { try CodeAnswers(seed: 1).coded(survey.input) }
    survey.study.design.missingWeight = .leaveOut
    let coded = try CodeAnswers(seed: 1).coded(survey.input)
    #expect(coded.leftOutCount == 1)
    #expect(coded.answers.weights.sorted() == [1, 3])
    #expect(coded.warnings.contains { $0.key == "check.weightsLeftOut" && $0.rows == [2] })
  }

  @Test func strataAreCrossedAndUnitsBelongToThem() throws {
    var survey = SourceSurvey([
      ("w", "1 2 3 4 5 6 7 8"), ("q1", "1 2 3 1 2 3 1 2"), ("a", "x x x x y y y y"),
      ("b", "k k m m k k m m"), ("unit", "1 2 1 2 1 2 1 2"), ("size", "9 9 8 8 7 7 6 6"),
    ])
    survey.study.design.strataColumns = ["a", "b"]
    survey.study.design.clusterColumns = ["unit"]
    survey.study.design.populationSizeColumns = ["size"]
    let answers = try CodeAnswers(seed: 1).coded(survey.input).answers
    let strata = Dictionary(
      zip(answers.weights, try #require(answers.strata)), uniquingKeysWith: { a, _ in a })
    #expect(strata == [1: 0, 2: 0, 3: 1, 4: 1, 5: 2, 6: 2, 7: 3, 8: 3])
    #expect(Set(try #require(answers.primaryUnits)).count == 8)
    let sizes = Dictionary(
      zip(answers.weights, try #require(answers.populationSizes)), uniquingKeysWith: { a, _ in a })
    #expect(sizes[1] == 9 && sizes[8] == 6)
  }

  /// (0 + 2)/2 of 2 on 0…6 is 3; one answer of 0 is 0; too few answers are missing.
  @Test func anIndexIsTheMeanPosition() throws {
    var survey = SourceSurvey([("w", "1 2 3 4"), ("q1", "1 1 . 2"), ("q2", "3 . . 2")])
    survey.study.items.append(SourceSurvey.item("home", column: "q2"))
    survey.study.indices = [
      IndexDescription(
        code: "index", label: LocalisedText(["en": "I"]), description: LocalisedText(["en": "I"]),
        topic: "topic", direction: .lowerIsBetter, items: ["dark", "home"], scaleMax: 6,
        minimumAnswered: 1)
    ]
    let answers = try CodeAnswers(seed: 1).coded(survey.input).answers
    let index = Dictionary(
      zip(answers.weights, try #require(answers.numericColumns["index.index"])),
      uniquingKeysWith: { a, _ in a })
    #expect(index[1] == 3 && index[2] == 0 && index[4] == 3)
    #expect(index[3]?.isNaN == true)
  }

  /// Scores 0, 1 and 5 of the first, second and third answer.
  @Test func anIndexMayHaveScoresOfItsOwn() throws {
    var survey = SourceSurvey([("w", "1 2 3 4"), ("q1", "1 1 . 2"), ("q2", "3 . . 2")])
    survey.study.items.append(SourceSurvey.item("home", column: "q2"))
    survey.study.indices = [
      IndexDescription(
        code: "index", label: LocalisedText(["en": "I"]), description: LocalisedText(["en": "I"]),
        topic: "topic", direction: .lowerIsBetter, items: ["dark", "home"], scaleMax: 5,
        minimumAnswered: 1, scores: [0, 1, 5])
    ]
    let answers = try CodeAnswers(seed: 1).coded(survey.input).answers
    let index = Dictionary(
      zip(answers.weights, try #require(answers.numericColumns["index.index"])),
      uniquingKeysWith: { a, _ in a })
    #expect(index[1] == 2.5 && index[2] == 0 && index[4] == 1)
    survey.study.indices[0].scores = [0, 1]
    let refused = #expect(throws: Problems.self) { try CodeAnswers(seed: 1).coded(survey.input) }
    #expect(refused?.list.contains { $0.key == "check.indexScores" } == true)
  }

  @Test func idsAreNotStored() throws {
    var survey = SourceSurvey([("w", "1 2"), ("q1", "1 3"), ("id", "a b")])
    survey.study.data.idColumn = "id"
    let answers = try CodeAnswers(seed: 1).coded(survey.input).answers
    #expect(Array(answers.codedColumns.keys) == ["item.dark"])
    #expect(answers.numericColumns.isEmpty)
  }
}
