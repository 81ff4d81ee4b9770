package import DisclosureControl
package import SafetyModel
package import Texts

/// The first page: the goal, how it goes, where it differs, what is done.
package struct OverviewModel: Sendable {
  package var heading: String
  /// The language of the heading, which is the municipality's or the survey's own.
  package var headingLanguage: Language
  package var lede: Finding?
  package var hasGoal: Bool
  package var cards: [IndicatorCard]
  package var spread: Spread?
  package var actions: [ActionLine]

  /// Where the first highlight differs.
  package struct Spread: Sendable {
    package var subject: PublishedSubject
    package var byArea: ProtectedTable?
    package var areaFindings: [Finding]
    package var bySex: ProtectedTable?
    package var sexFinding: Finding?
    /// For a survey without areas: the first breakdown there is.
    package var otherwise: ProtectedTable?
  }

  /// `nil` when there is neither a goal nor anything published.
  package init?(_ picture: SafetyPicture, _ texts: Texts, _ address: SiteAddress) {
    let reader = PictureReader(picture, texts)
    guard let title = picture.goal?.text ?? reader?.codebook.title else { return nil }
    heading = title.text(in: texts.language)
    headingLanguage = title.language(for: texts.language)
    hasGoal = picture.goal != nil
    lede = reader.flatMap(OverviewModel.lede)
    let ofGoal = (picture.goal == nil ? [] : picture.reports).map {
      IndicatorCard($0, picture, texts, address)
    }
    cards = ofGoal.isEmpty ? reader.map { OverviewModel.cards($0, address) } ?? [] : ofGoal
    spread = reader.flatMap { reader in
      reader.highlights.first.map { OverviewModel.spread($0, reader) }
    }
    actions = (picture.goal?.actions ?? []).map { ActionLine($0, picture, texts) }
  }

  private static func lede(_ reader: PictureReader) -> Finding? {
    guard let subject = reader.highlights.first, let table = reader.everyone(subject.code) else {
      return nil
    }
    return Findings.lede(
      table, byArea: reader.byArea(subject.code), year: reader.publication.wave, reader.teller)
  }

  /// What the survey puts first, where there is no goal.
  private static func cards(_ reader: PictureReader, _ address: SiteAddress) -> [IndicatorCard] {
    reader.highlights.prefix(6).compactMap { subject in
      IndicatorCard(
        subject: subject.code, name: reader.words(subject.headline),
        direction: subject.direction, target: nil, reader, address)
    }
  }

  private static func spread(_ subject: PublishedSubject, _ reader: PictureReader) -> Spread {
    let byArea = reader.byArea(subject.code)
    let bySex = reader.bySexInAreas(subject.code)
    return Spread(
      subject: subject, byArea: byArea,
      areaFindings: byArea.map {
        [
          Findings.areasAgainstAll($0, reader.teller.short)
            ?? Findings.groupDifferences($0, reader.teller),
          Findings.extremeAreas($0, reader.teller),
        ].compactMap { $0 }
      } ?? [],
      bySex: bySex, sexFinding: bySex.flatMap { Findings.sexInAreas($0, reader.teller) },
      otherwise: byArea == nil
        ? reader.tables(subject.code).first { $0.dimensions.count == 1 } : nil)
  }
}

/// An action as a line in a table.
package struct ActionLine: Sendable {
  package var finding: String
  package var title: String
  package var responsible: String
  package var effect: Action.Effect
  package var area: String?
  package var areaName: String?
  /// What it moves of the preconditions.
  package var levers: [Lever]
  /// The indicators that it aims at, with their names.
  package var indicators: [(code: String, name: String)]
  package var progress: String
  package var dueYear: String

  init(_ action: Action, _ picture: SafetyPicture, _ texts: Texts) {
    func words(_ text: LocalisedText) -> String { text.text(in: texts.language) }
    finding = words(action.finding)
    title = words(action.title)
    responsible = words(action.responsible)
    effect = action.effect
    area = action.area
    areaName = action.area.flatMap { code in
      picture.latest?.codebook.dimension(role: .area)?.label(of: code, in: texts.language)
    }
    levers = action.levers
    indicators = action.indicators.compactMap { code in
      picture.goal?.indicator(code).map { (code, words($0.name)) }
    }
    progress = texts.percent(action.progress)
    dueYear = String(action.dueYear)
  }

  /// What it moves, in words; a dash when nobody has said.
  func leverWords(in texts: Texts) -> String {
    levers.isEmpty ? "–" : texts.list(levers.map { texts("page.lever.\($0.rawValue)") })
  }
}
