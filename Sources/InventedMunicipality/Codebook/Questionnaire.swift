/// The words of the survey: areas, topics, scales, questions and indices; `Files/questions.json`.
struct Questionnaire: Decodable {
  struct Words: Decodable, Hashable {
    var sv: String
    var en: String
  }

  struct Area: Decodable {
    var code: String
    /// How the data files write it.
    var value: String
    var sv: String
    var en: String
  }

  struct Topic: Decodable {
    var code: String
    var sv: String
    var en: String
  }

  struct Category: Decodable {
    var code: String
    var sv: String
    var en: String
  }

  struct Headline: Decodable {
    var categories: [String]
    var sv: String
    var en: String
  }

  struct Question: Decodable {
    var code: String
    var topic: String
    var arena: String?
    /// Lower is better unless said.
    var direction: String?
    var scale: String
    var sv: String
    var en: String
    var label: Words
    var headline: Headline
    /// Asked only of those who said yes to one of these; else everyone.
    var askedIf: [String]?
  }

  /// A yes-or-no variable made of several questions: yes to any of them.
  struct Combined: Decodable {
    var code: String
    var topic: String
    var scale: String
    var of: [String]
    var sv: String
    var en: String
    var label: Words
    var headline: Headline
  }

  struct Index: Decodable {
    var code: String
    var topic: String
    var minimumAnswered: Int
    var items: [String]
    var label: Words
    var sv: String
    var en: String
  }

  var areas: [Area]
  var topics: [Topic]
  var scales: [String: [Category]]
  var questions: [Question]
  var combined: [Combined]
  var indices: [Index]
  var highlights: [String]

  static func embedded() throws -> Questionnaire {
    try EmbeddedFile.decode(Questionnaire.self, from: PackageResources.questions_json)
  }

  /// The column of a question in the data files, such as `f01`.
  func column(of code: String) -> String {
    let number = (questions.firstIndex { $0.code == code } ?? -1) + 1
    return (number < 10 ? "f0" : "f") + String(number)
  }

  func categories(of question: Question) -> [Category] { scales[question.scale] ?? [] }
}
