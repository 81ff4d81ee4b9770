package import DisclosureControl
package import SafetyModel
package import Texts

/// Puts names of subjects, groups and places into sentences, in one language.
///
/// Headlines and labels are the study's own words, so no sentence bends them: a headline is
/// quoted, a group is "in the group …" unless the codebook says that it is women or men, and an
/// area is a place only when the survey has a map.
package struct Teller: Sendable {
  package let codebook: Codebook
  package let texts: Texts
  /// Whether sentences leave their subject out, since a heading above has named it.
  package var isShort = false

  package init(codebook: Codebook, texts: Texts) {
    self.codebook = codebook
    self.texts = texts
  }

  /// The same words without the subject of each sentence.
  package var short: Teller {
    var short = self
    short.isShort = true
    return short
  }

  /// The key of a sentence, or of its short form.
  func sentence(_ key: String) -> String {
    isShort ? key.replacing("finding.", with: "finding.short.", maxReplacements: 1) : key
  }

  package var language: Language { texts.language }

  // MARK: Names

  package func quoted(_ text: String) -> String { texts("finding.quoted", ["text": text]) }

  /// The headline of a subject in quotation marks: the subject of a sentence.
  package func headline(_ subject: String) -> String {
    quoted(codebook.subject(subject)?.headline.text(in: language) ?? subject)
  }

  package func label(_ value: String, of dimension: String) -> String {
    codebook.dimension(dimension)?.label(of: value, in: language) ?? value
  }

  // MARK: Places

  /// Whether areas are places on a map, so that one can be "in" them.
  package var hasPlaces: Bool { !codebook.areas.isEmpty }

  /// The form of a text for places on a map, or for groups that only have a name.
  func placeKey(_ key: String) -> String { key + (hasPlaces ? ".place" : ".group") }

  /// `Åhus`, `Åhus och Tollarp`; names that themselves hold an "och" are told apart by "samt".
  package func names(_ values: [String], of dimension: String) -> String {
    let names = values.map {
      hasPlaces ? label($0, of: dimension) : quoted(label($0, of: dimension))
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    let plain = texts("language.listLast")
    let separator = names.contains { $0.contains(plain) } ? texts("finding.listLast") : plain
    return names.dropLast().joined(separator: texts("language.listSeparator")) + separator + last
  }

  /// `i Åhus`, or `i gruppen ”Landsbygd”`; more than three are counted instead of named.
  package func inside(_ values: [String], of total: Int, dimension: String) -> String {
    if values.count == total, total > 1 { return insideAll(total) }
    guard values.count <= 3 else {
      return texts(
        placeKey("finding.insideSome"), ["k": count(values.count), "n": count(total)])
    }
    return texts(
      placeKey("finding.inside"), count: values.count, ["names": names(values, of: dimension)])
  }

  /// `i alla sex områden`, `i båda områdena`.
  private func insideAll(_ total: Int) -> String {
    let key = placeKey("finding.insideAll")
    return total == 2 ? texts(key + ".both") : texts(key + ".all", ["n": count(total)])
  }

  /// A count of areas or groups in words.
  func count(_ n: Int) -> String { texts.word(n, hasPlaces ? .neuter : .common) }

  // MARK: Groups

  /// `bland kvinnor`, or `i gruppen ”Female”` when the codebook does not say who they are.
  package func among(_ value: String, of dimension: String) -> String {
    if let sex = sex(value, of: dimension) { return texts("finding.among.\(sex.rawValue)") }
    return texts("finding.among.other", ["name": quoted(label(value, of: dimension))])
  }

  /// Women or men, when the dimension is sex and its value says which.
  package func sex(_ value: String, of dimension: String) -> Sex? {
    guard let dimension = codebook.dimension(dimension), dimension.role == .sex else { return nil }
    return dimension.values.first { $0.code == value }.flatMap { Sex($0) }
  }

  // MARK: Figures

  /// The key of a text that speaks of a share, or of a mean.
  func key(_ key: String, _ measure: Measure) -> String { "\(key).\(measure.rawValue)" }

  /// The figure in words that can stand in a sentence, or `nil` when it is not shown.
  package func value(_ figure: PublishedFigure?, _ measure: Measure) -> String? {
    guard let figure, figure.status == .shown else { return nil }
    return texts.figure(figure, measure)
  }
}
