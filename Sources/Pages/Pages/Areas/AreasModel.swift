package import DisclosureControl
package import SafetyModel
package import Texts

/// All areas: a map of the first highlight, and a list.
package struct AreasModel: Sendable {
  package struct Line: Sendable {
    package var code: String
    package var name: String
    package var value: String
    package var margin: String?
    package var standing: Status?
    package var worse: Int
    package var better: Int
    /// Questions that are compared with everyone.
    package var compared: Int
    package var base: String
  }

  package var dimension: PublishedDimension
  package var subject: PublishedSubject?
  package var table: ProtectedTable?
  package var findings: [Finding]
  package var lines: [Line]
  /// Whether the areas are places on a map.
  package var isPlaces: Bool

  /// `nil` when nothing is published by area.
  package init?(_ picture: SafetyPicture, _ texts: Texts) {
    guard let reader = PictureReader(picture, texts), let area = reader.area else { return nil }
    dimension = area
    isPlaces = reader.teller.hasPlaces
    subject = reader.highlights.first { reader.byArea($0.code) != nil }
    let table = subject.flatMap { reader.byArea($0.code) }
    self.table = table
    findings =
      table.map {
        [
          Findings.areasAgainstAll($0, reader.teller)
            ?? Findings.groupDifferences($0, reader.teller),
          Findings.extremeAreas($0, reader.teller),
        ].compactMap { $0 }
      } ?? []
    let subject = subject
    lines = area.values.map { AreasModel.line($0, subject, table, reader) }
  }

  private static func line(
    _ area: LabelledCode, _ subject: PublishedSubject?, _ table: ProtectedTable?,
    _ reader: PictureReader
  ) -> Line {
    let verdicts = reader.codebook.subjects.compactMap { subject -> Verdict?? in
      guard let difference = reader.byArea(subject.code)?.againstAll([area.code]) else {
        return nil
      }
      return .some(difference.isCertain ? Verdict(difference.value, subject.direction) : nil)
    }
    let row = table?.row([area.code])
    let measure = table?.measure ?? .proportion
    return Line(
      code: area.code, name: reader.words(area.label),
      value: row.map { reader.texts.figure($0.headline, measure) } ?? "–",
      margin: row.flatMap { reader.texts.margin($0.headline, measure) },
      standing: Standing.againstAll(
        table?.againstAll([area.code]), subject?.direction ?? .neutral, reader.teller),
      worse: verdicts.filter { $0 == .worse }.count,
      better: verdicts.filter { $0 == .better }.count,
      compared: verdicts.count, base: row.map { reader.texts.base($0.base) } ?? "–")
  }
}
