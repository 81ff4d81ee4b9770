import DisclosureControl
package import SafetyModel
package import Texts

/// Every table as a file, and everything ever published.
package struct DataModel: Sendable {
  package struct File: Sendable {
    package var name: String
    package var table: PublishedTableName
  }
  package struct Line: Sendable {
    package var breakdown: String
    package var files: [File]
  }
  package struct Subject: Sendable {
    package var code: String
    package var label: LocalisedText
    package var lines: [Line]
  }
  package struct Topic: Sendable {
    package var heading: LocalisedText
    package var subjects: [Subject]
  }
  package struct Heading: Sendable {
    package var number: Int
    package var wave: Int
    package var date: String
    package var corrects: Int?
    package var note: String?
    package var isCurrent: Bool
  }

  package var number: Int
  package var tableCount: Int
  package var topics: [Topic]
  package var history: [Heading]

  /// File endings and the names that people know them by.
  package static let formats = [("csv", "CSV"), ("json", "JSON-stat 2")]

  package init?(_ picture: SafetyPicture, _ texts: Texts) {
    guard let reader = PictureReader(picture, texts) else { return nil }
    number = reader.publication.number
    tableCount = reader.publication.tables.count
    topics = reader.topics.map { topic, subjects in
      Topic(heading: topic.label, subjects: subjects.map { DataModel.subject($0, reader) })
    }
    let current = Set(picture.waves.map(\.number))
    history = picture.history.map { heading in
      Heading(
        number: heading.number, wave: heading.wave, date: texts.day(heading.publishedAt),
        corrects: heading.corrects, note: heading.note, isCurrent: current.contains(heading.number))
    }
  }

  private static func subject(_ subject: PublishedSubject, _ reader: PictureReader) -> Subject {
    Subject(
      code: subject.code, label: subject.label,
      lines: reader.tables(subject.code).map { table in
        Line(
          breakdown: reader.heading(of: table.dimensions),
          files: DataModel.files(
            reader.publication.number, subject.code, table.dimensionCodes))
      })
  }

  package static func files(_ publication: Int, _ subject: String, _ dimensions: [String])
    -> [File]
  {
    formats.map { ending, name in
      File(
        name: name,
        table: PublishedTableName(
          publication: publication, subject: subject, dimensions: dimensions,
          fileEnding: ending))
    }
  }
}
