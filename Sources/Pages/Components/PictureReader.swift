package import DisclosureControl
package import SafetyModel
package import Texts

/// Finds in a picture what pages show: the newest publication, and each subject over the waves.
package struct PictureReader: Sendable {
  package let picture: SafetyPicture
  package let publication: Publication
  package let texts: Texts

  /// `nil` when nothing has been published.
  package init?(_ picture: SafetyPicture, _ texts: Texts) {
    guard let latest = picture.latest else { return nil }
    self.picture = picture
    publication = latest
    self.texts = texts
  }

  package var codebook: Codebook { publication.codebook }
  package var teller: Teller { Teller(codebook: codebook, texts: texts) }
  package var area: PublishedDimension? { codebook.dimension(role: .area) }
  package var sex: PublishedDimension? { codebook.dimension(role: .sex) }

  /// What stands first; when the study names nothing, the first subject of each topic.
  package var highlights: [PublishedSubject] {
    let named = codebook.highlights.compactMap { codebook.subject($0) }
    guard named.isEmpty else { return named }
    return codebook.topics.compactMap { topic in
      codebook.subjects.first { $0.topic == topic.code }
    }
  }

  /// Topics with their subjects, in the study's order; topics without subjects are left out.
  package var topics: [(topic: TopicDescription, subjects: [PublishedSubject])] {
    codebook.topics.compactMap { topic in
      let subjects = codebook.subjects.filter { $0.topic == topic.code }
      return subjects.isEmpty ? nil : (topic, subjects)
    }
  }

  package func everyone(_ subject: String) -> ProtectedTable? { publication.table(subject) }

  package func byArea(_ subject: String) -> ProtectedTable? {
    area.flatMap { publication.table(subject, by: [$0.code]) }
  }

  package func bySexInAreas(_ subject: String) -> ProtectedTable? {
    guard let area, let sex else { return nil }
    return publication.table(subject, by: [area.code, sex.code])
  }

  /// All tables of a subject, everyone first.
  package func tables(_ subject: String) -> [ProtectedTable] {
    publication.tables.filter { $0.subject == subject }
      .sorted { $0.dimensions.count < $1.dimensions.count }
  }

  /// The headline of a row in each wave that published it, oldest first.
  package func series(_ subject: String, by dimensions: [String] = [], row key: [String] = [])
    -> [WaveFigure]
  {
    picture.waves.compactMap { wave in
      guard let row = wave.table(subject, by: dimensions)?.row(key) else { return nil }
      return WaveFigure(year: wave.wave, figure: row.headline, base: row.base)
    }
  }

  /// The headline of a row in one wave.
  package func figure(
    _ subject: String, by dimensions: [String] = [], row key: [String] = [], wave: Int
  ) -> PublishedFigure? {
    series(subject, by: dimensions, row: key).first { $0.year == wave }?.figure
  }

  package func words(_ text: LocalisedText) -> String { text.text(in: texts.language) }

  /// The dimensions of a table as a heading: `Område och kön`.
  package func heading(of dimensions: [TableDimension]) -> String {
    guard !dimensions.isEmpty else { return texts("page.question.everyone") }
    let labels = dimensions.map { dimension in
      codebook.dimension(dimension.code).map { words($0.label) } ?? dimension.code
    }
    return texts.list(
      labels.enumerated().map { place, label in
        place == 0 ? label : label.prefix(1).lowercased() + label.dropFirst()
      })
  }
}

/// The figure of one wave.
package struct WaveFigure: Sendable, Hashable {
  package let year: Int
  package let figure: PublishedFigure
  package let base: BaseBand
}
