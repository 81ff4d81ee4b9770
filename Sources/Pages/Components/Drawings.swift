import Charts
import DisclosureControl
import Markup
import SafetyModel
import Texts

/// The charts of the pages, each in a card with the ways to its data.
struct Drawings {
  let frame: Frame
  let texts: Texts

  init(_ frame: Frame) {
    self.frame = frame
    texts = frame.texts
  }

  private var reader: PictureReader? { PictureReader(frame.picture, texts) }

  /// The published table behind a chart, as files.
  func files(_ table: ProtectedTable) -> [DataModel.File] {
    guard let number = frame.picture.latest?.number else { return [] }
    return DataModel.files(number, table.subject, table.dimensionCodes)
  }

  /// A chart in a card.
  func card(_ chart: some Chart, _ table: ProtectedTable? = nil) -> Fragment {
    element("div", .class("card flow")) {
      chart.markup(in: texts)
      element("div", .class("foot")) { fileLinks(frame, table.map(files) ?? []) }
    }
  }

  /// A chart whose heading is its finding: the first sentence; the others stand beneath.
  func spoken(_ id: String, _ title: String, _ finding: String?) -> ChartHeading {
    guard let finding else { return ChartHeading(id: id, title: title) }
    let end = finding.firstRange(of: ". ")?.lowerBound ?? finding.index(before: finding.endIndex)
    let rest = finding[end...].dropFirst(2)
    return ChartHeading(
      id: id, title: String(finding[..<end]), finding: rest.isEmpty ? nil : String(rest))
  }

  /// A heading over a chart with what it shows beneath.
  func heading(_ id: String, _ title: String, finding: String?, level: Int = 3) -> ChartHeading {
    let finding = finding.flatMap { $0.isEmpty ? nil : $0 }
    return ChartHeading(id: id, title: title, finding: finding, level: level)
  }

  /// An id that is valid whatever the codes are.
  func id(_ kind: String, _ table: ProtectedTable) -> String {
    id(([kind, table.subject] + table.dimensionCodes).joined(separator: "-"))
  }

  func id(_ text: String) -> String {
    String(
      text.map { letter in
        letter.isASCII && (letter.isLetter || letter.isNumber || letter == "-") ? letter : "_"
      })
  }

  private func scaleMax(_ table: ProtectedTable) -> Double? {
    reader?.codebook.subject(table.subject)?.scaleMax
  }

  private func title(of dimension: TableDimension?) -> String {
    guard let dimension, let reader else { return "" }
    return reader.codebook.dimension(dimension.code).map { reader.words($0.label) }
      ?? dimension.code
  }

  private func label(_ key: [String], of table: ProtectedTable) -> String {
    guard let teller = reader?.teller else { return key.joined(separator: ", ") }
    return zip(key, table.dimensions).map { teller.label($0, of: $1.code) }
      .joined(separator: ", ")
  }

  /// The page of an area, when the first dimension is areas.
  private func address(_ key: [String], of table: ProtectedTable) -> Markup.Address? {
    guard let area = reader?.area, table.dimensions.first?.code == area.code,
      let value = key.first
    else { return nil }
    return frame.to(.area(value)).link
  }

  // MARK: By area

  /// A map when the survey has one, else dots.
  func areas(
    _ table: ProtectedTable, heading title: String, findings: [String], level: Int = 3
  ) -> Fragment {
    guard let reader else { return .empty }
    guard !reader.codebook.areas.isEmpty else {
      return groups(
        table, heading: title, finding: findings.joined(separator: " "), level: level)
    }
    let map = AreaMap(
      heading: heading(
        id("map", table), title, finding: findings.joined(separator: " "), level: level),
      table: table, scaleMax: scaleMax(table), domainTitle: self.title(of: table.dimensions.first),
      outlines: reader.codebook.areas, texts: texts, label: { label([$0], of: table) },
      address: { address([$0], of: table) })
    return card(map, table)
  }

  /// Women and men by area; other pairs of groups are dots.
  func pairs(_ table: ProtectedTable) -> Fragment {
    let title = reader?.heading(of: table.dimensions) ?? ""
    let finding = reader.flatMap { Findings.sexInAreas(table, $0.teller.short)?.text }
    guard let reader, let sex = table.dimensions.last,
      let women = sex.values.first(where: { reader.teller.sex($0, of: sex.code) == .women }),
      let men = sex.values.first(where: { reader.teller.sex($0, of: sex.code) == .men })
    else { return groups(table, heading: title, finding: finding) }
    let chart = WomenMenPairs(
      heading: spoken(id("pairs", table), title, finding), table: table,
      scaleMax: scaleMax(table), domainTitle: self.title(of: table.dimensions.first),
      women: women, men: men, womenLabel: reader.teller.label(women, of: sex.code),
      menLabel: reader.teller.label(men, of: sex.code), label: { label($0, of: table) },
      address: { address($0, of: table) })
    return card(chart, table)
  }

  /// A dot for each row of a table.
  func groups(
    _ table: ProtectedTable, heading title: String, finding: String?, level: Int = 3
  ) -> Fragment {
    card(dots(table, heading(id("dots", table), title, finding: finding, level: level)), table)
  }

  func dots(_ table: ProtectedTable, _ heading: ChartHeading) -> DomainDots {
    DomainDots(
      heading: heading, table: table, scaleMax: scaleMax(table),
      domainTitle: reader?.heading(of: table.dimensions) ?? "",
      everyone: reader?.everyone(table.subject)?.row([])?.headline,
      label: { label($0, of: table) }, address: { address($0, of: table) })
  }

  // MARK: Everyone

  /// The waves of a question, when there are several.
  func waves(_ model: QuestionModel) -> Fragment? {
    guard model.series.count > 1 else { return nil }
    let target = frame.picture.goal?.allIndicators.first { indicator in
      if case .survey(_, let subject) = indicator.definition?.source {
        return subject == model.subject.code
      }
      return false
    }?.target
    return card(
      Trend(
        heading: heading(
          id("waves-\(model.subject.code)"), texts("page.question.waves"),
          finding: model.change?.text), waves: frame.picture.waves, subject: model.subject.code,
        target: target))
  }

  /// How the answers are divided among the categories, for everyone and by area.
  func categories(_ model: QuestionModel) -> Fragment? {
    guard model.hasCategories, let table = model.everyone else { return nil }
    let names = model.subject.categories.map {
      (code: $0.code, label: $0.label.text(in: texts.language))
    }
    let chart = StackedShares(
      heading: ChartHeading(
        id: id("shares", table), title: texts("page.question.categories"),
        finding: model.countedWords(texts)),
      table: table, domainTitle: texts("page.figure.group"), categories: names,
      label: { _ in texts("page.question.everyone") })
    return card(chart, table)
  }

  /// The categories in every group of one dimension.
  func categories(_ model: QuestionModel, by table: ProtectedTable) -> Fragment {
    let names = model.subject.categories.map {
      (code: $0.code, label: $0.label.text(in: texts.language))
    }
    let title = reader?.heading(of: table.dimensions) ?? ""
    let chart = StackedShares(
      heading: ChartHeading(
        id: id("shares", table), title: title),
      table: table, domainTitle: title, categories: names, label: { label($0, of: table) },
      address: { address($0, of: table) })
    return card(chart, table)
  }
}

extension QuestionModel {
  /// Which answers the share counts, as a sentence.
  func countedWords(_ texts: Texts) -> String? {
    let counted = subject.categories.filter { subject.headlineCategories.contains($0.code) }
      .map { texts("finding.quoted", ["text": $0.label.text(in: texts.language)]) }
    return counted.isEmpty
      ? nil : texts("page.question.counted", ["categories": texts.list(counted)])
  }
}
