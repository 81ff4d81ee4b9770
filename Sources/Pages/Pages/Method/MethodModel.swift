package import DisclosureControl
package import SafetyModel
package import Texts

/// How the figures were made: what is told depends on the publication, never on our example.
package struct MethodModel: Sendable {
  package var publication: Publication
  package var title: LocalisedText
  package var population: LocalisedText
  package var producer: LocalisedText?
  package var fieldPeriod: String?
  package var answers: String
  package var questions: Int
  package var indices: Int
  package var tables: Int
  package var hidden: Int
  package var figures: Int
  package var rules: DisclosureRules
  package var certain: Int
  package var comparedWith: [ComparedWave]

  package init?(_ picture: SafetyPicture, _ texts: Texts) {
    guard let reader = PictureReader(picture, texts) else { return nil }
    let publication = reader.publication
    let codebook = publication.codebook
    self.publication = publication
    title = codebook.title
    population = codebook.targetPopulation
    producer = codebook.producer
    fieldPeriod = codebook.fieldPeriod.map {
      texts("page.method.period", ["from": texts.day($0.from), "to": texts.day($0.to)])
    }
    answers = Pages.answers(publication, texts)
    questions = codebook.subjects.filter { $0.kind == .item }.count
    indices = codebook.subjects.count - questions
    tables = publication.tables.count
    let all = publication.tables.flatMap { $0.rows.map(\.headline) }
    figures = all.count
    hidden = all.filter { $0.status != .shown }.count
    rules = publication.rules
    certain = publication.tables.reduce(0) { $0 + $1.comparisons.filter(\.isCertain).count }
    comparedWith = publication.comparedWith
  }
}
