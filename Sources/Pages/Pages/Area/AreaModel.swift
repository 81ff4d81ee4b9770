package import DisclosureControl
package import SafetyModel
package import Texts

/// One area: where it stands in every topic, its women and men, what is done there.
package struct AreaModel: Sendable {
  package struct Line: Sendable {
    package var subject: PublishedSubject
    package var measure: Measure
    package var figure: PublishedFigure
    package var base: BaseBand
    package var everyone: PublishedFigure?
    package var standing: Status?
    /// Whether the area certainly differs from everyone.
    package var isCertain: Bool
    package var series: [WaveFigure]
    package var everyoneSeries: [WaveFigure]
    package var change: Status?
  }
  package struct Group: Sendable {
    package var heading: String
    package var lines: [Line]
  }
  /// Women against men in this area, one subject.
  package struct SexLine: Sendable {
    package var subject: PublishedSubject
    package var values: [(name: String, value: String, margin: String?)]
    package var difference: Difference?
    package var measure: Measure
    package var words: String
  }

  package var code: String
  package var name: String
  package var wave: Int
  package var lede: [Finding]
  package var base: String
  package var isThin: Bool
  package var highlights: [Line]
  package var groups: [Group]
  /// `Kvinnor och män`.
  package var sexHeading: String
  package var sexLines: [SexLine]
  package var hidden: Int
  package var actions: [ActionLine]
  package var others: [LabelledCode]

  package init?(area code: String, _ picture: SafetyPicture, _ texts: Texts) {
    guard let reader = PictureReader(picture, texts), let dimension = reader.area,
      let value = dimension.values.first(where: { $0.code == code })
    else { return nil }
    self.code = code
    name = reader.words(value.label)
    wave = reader.publication.wave
    let tables = reader.codebook.subjects.compactMap { reader.byArea($0.code) }
    lede = [
      Findings.areaStanding(code, tables: tables, reader.teller),
      Findings.areaChanges(code, tables: tables, reader.teller),
    ].compactMap { $0 }
    groups = reader.topics.map { topic, subjects in
      Group(
        heading: reader.words(topic.label),
        lines: subjects.compactMap { AreaModel.line($0, code, dimension.code, reader) })
    }.filter { !$0.lines.isEmpty }
    highlights = reader.highlights.compactMap { AreaModel.line($0, code, dimension.code, reader) }
    let lines = groups.flatMap(\.lines)
    let bands = lines.map(\.base).sorted { $0.atMost < $1.atMost }
    base = bands.isEmpty ? "–" : texts.base(bands[bands.count / 2])
    isThin = (bands.isEmpty ? 0 : bands[bands.count / 2].atMost) < 100
    hidden = lines.filter { $0.figure.status != .shown }.count
    let shown = reader.highlights.map(\.code)
    sexLines = (shown.isEmpty ? lines.map(\.subject.code) : shown)
      .compactMap { AreaModel.sexLine($0, code, reader) }
    sexHeading =
      reader.sex.map { sex in
        let values = sex.values.map(\.code)
        guard values.count == 2 else { return reader.words(sex.label) }
        return reader.teller.between(values[0], values[1], of: sex.code).sentenceCased
      } ?? ""
    actions = (picture.goal?.actions ?? []).filter { $0.area == code }
      .map { ActionLine($0, picture, texts) }
    others = dimension.values.filter { $0.code != code }
  }

  private static func line(
    _ subject: PublishedSubject, _ area: String, _ dimension: String, _ reader: PictureReader
  ) -> Line? {
    guard let table = reader.byArea(subject.code), let row = table.row([area]) else { return nil }
    return Line(
      subject: subject, measure: table.measure, figure: row.headline, base: row.base,
      everyone: reader.everyone(subject.code)?.row([])?.headline,
      standing: Standing.againstAll(table.againstAll([area]), subject.direction, reader.teller),
      isCertain: table.againstAll([area])?.isCertain == true,
      series: reader.series(subject.code, by: [dimension], row: [area]),
      everyoneSeries: reader.series(subject.code),
      change: Standing.change(table.longestChange([area]), subject.direction, reader.texts))
  }

  private static func sexLine(_ code: String, _ area: String, _ reader: PictureReader)
    -> SexLine?
  {
    guard let table = reader.bySexInAreas(code), let subject = reader.codebook.subject(code),
      table.dimensions[1].values.count == 2
    else { return nil }
    let texts = reader.texts
    let groups = table.dimensions[1]
    let difference = table.pair([area, groups.values[0]], [area, groups.values[1]])
    return SexLine(
      subject: subject,
      values: groups.values.map { value in
        let figure = table.row([area, value])?.headline
        return (
          reader.codebook.dimension(groups.code)?.label(of: value, in: texts.language) ?? value,
          figure.map { texts.figure($0, table.measure) } ?? "–",
          figure.flatMap { texts.margin($0, table.measure) }
        )
      },
      difference: difference, measure: table.measure,
      words: difference.map {
        $0.isCertain
          ? texts.size(of: $0.comparison, table.measure) : texts("page.differences.notCertain")
      } ?? texts("page.area.notCompared"))
  }
}
