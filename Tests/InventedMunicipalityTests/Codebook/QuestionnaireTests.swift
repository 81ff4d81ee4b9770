import Testing

@testable import InventedMunicipality

@Suite("The questionnaire")
struct QuestionnaireTests {
  @Test("has forty questions, each with its own code and a behaviour that fits its scale")
  func questions() throws {
    let surveys = try Invented.surveys.get()
    let questions = surveys.questionnaire.questions
    #expect(questions.count == 40)
    #expect(Set(questions.map(\.code)).count == 40)
    #expect(Set(surveys.behaviour.items.keys) == Set(questions.map(\.code)))
    for question in questions {
      let item = try #require(surveys.behaviour.items[question.code])
      let beside = item.aside?.category == nil ? 0 : 1
      let categories = surveys.questionnaire.categories(of: question)
      #expect(item.shares.count + beside == categories.count, "\(question.code)")
      #expect(abs(item.shares.reduce(0, +) - 1) < 1e-9, "\(question.code)")
      #expect(categories.count <= 6, "7, 8 and 9 are not answers")
    }
  }

  @Test("names only what there is")
  func references() throws {
    let questionnaire = try Questionnaire.embedded()
    let codes = Set(questionnaire.questions.map(\.code))
    let topics = Set(questionnaire.topics.map(\.code))
    for question in questionnaire.questions {
      let categories = Set(questionnaire.categories(of: question).map(\.code))
      #expect(topics.contains(question.topic))
      #expect(!question.headline.categories.isEmpty)
      #expect(categories.isSuperset(of: question.headline.categories))
      #expect(codes.isSuperset(of: question.askedIf ?? []))
      let arenas = ["home", "school-or-work", "leisure"]
      #expect(question.arena.map(arenas.contains) ?? true)
    }
    for index in questionnaire.indices {
      let scales = questionnaire.questions.filter { index.items.contains($0.code) }.map(\.scale)
      #expect(scales.count == index.items.count)
      #expect(Set(scales).count == 1, "an index over one scale")
      #expect(index.minimumAnswered <= index.items.count)
    }
    for combined in questionnaire.combined { #expect(codes.isSuperset(of: combined.of)) }
    let subjects = codes.union(questionnaire.combined.map(\.code))
      .union(questionnaire.indices.map(\.code))
    #expect(subjects.isSuperset(of: questionnaire.highlights))
  }

  @Test("asks in Swedish and in English, and not the same words")
  func languages() throws {
    let questionnaire = try Questionnaire.embedded()
    for question in questionnaire.questions {
      #expect(!question.sv.isEmpty && !question.en.isEmpty && question.sv != question.en)
      #expect(question.sv.hasSuffix("?") && question.en.hasSuffix("?"))
      #expect(!question.label.sv.isEmpty && !question.label.en.isEmpty)
      #expect(!question.headline.sv.isEmpty && !question.headline.en.isEmpty)
    }
  }
}
