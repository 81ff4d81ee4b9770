package import DisclosureControl
package import SafetyModel
package import Texts

/// One question with every published breakdown.
package struct QuestionModel: Sendable {
  /// A breakdown with what it shows in words.
  package struct Breakdown: Sendable {
    package var heading: String
    package var table: ProtectedTable
    package var finding: Finding?
    package var hidden: Int
  }

  package var subject: PublishedSubject
  package var topic: String
  package var wave: Int
  package var measure: Measure
  package var value: String
  package var isInWords: Bool
  package var margin: String?
  package var interval: String?
  package var base: String
  package var series: [WaveFigure]
  package var change: Finding?
  package var shortChange: Finding?
  package var status: Status?
  package var everyone: ProtectedTable?
  package var hasCategories: Bool
  package var byArea: Breakdown?
  package var bySexInAreas: Breakdown?
  package var byGroup: [Breakdown]
  package var crossed: [Breakdown]
  package var tables: [ProtectedTable]

  package init?(question code: String, _ picture: SafetyPicture, _ texts: Texts) {
    guard let reader = PictureReader(picture, texts), let subject = reader.codebook.subject(code)
    else { return nil }
    self.subject = subject
    topic =
      reader.codebook.topics.first { $0.code == subject.topic }.map { reader.words($0.label) }
      ?? subject.topic
    wave = reader.publication.wave
    tables = reader.tables(code)
    let everyone = reader.everyone(code)
    self.everyone = everyone
    let row = everyone?.row([])
    measure = tables.first?.measure ?? .proportion
    value = row.map { texts.figure($0.headline, everyone?.measure ?? .proportion) } ?? "–"
    isInWords = row?.headline.status != .shown
    margin = row.flatMap { texts.margin($0.headline, everyone?.measure ?? .proportion) }
    interval = row.flatMap { texts.interval($0.headline, everyone?.measure ?? .proportion) }
    base = row.map { texts.base($0.base) } ?? "–"
    series = reader.series(code)
    change = everyone.flatMap { table in
      Findings.change(
        table, earlier: { reader.figure(code, wave: $0) }, reader.teller)
    }
    shortChange = everyone.flatMap { Findings.shortChange($0, reader.teller) }
    status = Standing.change(everyone?.longestChange([]), subject.direction, texts)
    hasCategories = subject.categories.count > 1 && (everyone?.statistics.count ?? 0) > 2
    let breakdowns = tables.filter { !$0.dimensions.isEmpty }
      .map { QuestionModel.breakdown($0, reader) }
    byArea = breakdowns.first { $0.table.dimensionCodes == [reader.area?.code].compactMap { $0 } }
    let areaBySex = [reader.area?.code, reader.sex?.code].compactMap { $0 }
    bySexInAreas = breakdowns.first { $0.table.dimensionCodes == areaBySex && areaBySex.count == 2 }
    let shown = [byArea, bySexInAreas].compactMap { $0?.table.dimensionCodes }
    let rest = breakdowns.filter { !shown.contains($0.table.dimensionCodes) }
    byGroup = rest.filter { $0.table.dimensions.count == 1 }
    crossed = rest.filter { $0.table.dimensions.count > 1 }
  }

  private static func breakdown(_ table: ProtectedTable, _ reader: PictureReader) -> Breakdown {
    let teller = reader.teller
    let isByArea = table.dimensionCodes == [reader.area?.code].compactMap { $0 }
    let finding =
      isByArea
      ? Findings.areasAgainstAll(table, teller) ?? Findings.groupDifferences(table, teller)
      : Findings.groupDifferences(table, teller) ?? Findings.sexInAreas(table, teller)
    return Breakdown(
      heading: reader.heading(of: table.dimensions), table: table, finding: finding,
      hidden: table.rows.filter { $0.headline.status != .shown }.count)
  }
}
