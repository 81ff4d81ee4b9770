import DisclosureControl
import SafetyModel
import Texts

/// The names of everything in a table, in one language.
struct TableWords {
  let table: ProtectedTable
  let publication: Publication
  let language: Language

  private var codebook: Codebook { publication.codebook }
  private var subject: PublishedSubject? { codebook.subject(table.subject) }

  var texts: Texts { Texts.in(language.code) ?? .swedish }
  var subjectLabel: String { subject?.label.text(in: language) ?? table.subject }
  var question: String? { subject?.question.text(in: language) }

  /// What the table is about, in one line.
  var title: String {
    let dimensions = table.dimensions.map { dimensionLabel($0.code) }
    let by =
      dimensions.isEmpty ? "" : texts("tableFile.by", ["dimensions": texts.list(dimensions)])
    return "\(subjectLabel)\(by). \(codebook.title.text(in: language))"
  }

  var source: String? { codebook.producer?.text(in: language) }

  func dimensionLabel(_ code: String) -> String {
    codebook.dimension(code)?.label.text(in: language) ?? code
  }

  func isArea(_ dimension: String) -> Bool { codebook.dimension(dimension)?.role == .area }

  func valueLabel(_ value: String, of dimension: String) -> String {
    codebook.dimension(dimension)?.label(of: value, in: language) ?? value
  }

  func statisticLabel(_ code: String) -> String {
    if code == TableStatistic.headline { return subject?.headline.text(in: language) ?? code }
    return subject?.categories.first { $0.code == code }?.label.text(in: language) ?? code
  }

  func status(_ status: FigureStatus) -> String { texts("tableFile.status.\(status.rawValue)") }
}
