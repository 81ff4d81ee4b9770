import DisclosureControl
package import SafetyModel
package import Texts

/// All questions and indices, topic by topic.
package struct QuestionsModel: Sendable {
  package struct Line: Sendable {
    package var code: String
    package var label: LocalisedText
    package var question: LocalisedText
    package var headline: LocalisedText
    package var value: String
    package var margin: String?
  }
  package struct Topic: Sendable {
    package var code: String
    package var heading: LocalisedText
    package var lines: [Line]
  }
  package var wave: Int
  package var count: Int
  package var topics: [Topic]

  package init?(_ picture: SafetyPicture, _ texts: Texts) {
    guard let reader = PictureReader(picture, texts) else { return nil }
    wave = reader.publication.wave
    topics = reader.topics.map { topic, subjects in
      Topic(
        code: topic.code, heading: topic.label,
        lines: subjects.map { QuestionsModel.line($0, reader) })
    }
    count = topics.reduce(0) { $0 + $1.lines.count }
  }

  private static func line(_ subject: PublishedSubject, _ reader: PictureReader) -> Line {
    let table = reader.everyone(subject.code)
    let figure = table?.row([])?.headline
    let measure = table?.measure ?? .proportion
    return Line(
      code: subject.code, label: subject.label, question: subject.question,
      headline: subject.headline,
      value: figure.map { reader.texts.figure($0, measure) } ?? "–",
      margin: figure.flatMap { reader.texts.margin($0, measure) })
  }
}
