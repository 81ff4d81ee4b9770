import DisclosureControl
import Markup
import SafetyModel
import Texts

/// The charts of the pages, each with its heading, its table and the way to its data.
struct Drawings {
  let frame: Frame
  let texts: Texts

  init(_ frame: Frame) {
    self.frame = frame
    texts = frame.texts
  }

  private var reader: PictureReader? { PictureReader(frame.picture, texts) }

  func files(_ table: ProtectedTable) -> [DataModel.File] {
    guard let number = frame.picture.latest?.number else { return [] }
    return DataModel.files(number, table.subject, table.dimensionCodes)
  }

  func card(_ card: IndicatorCard) -> Fragment { .empty }

  func areas(_ table: ProtectedTable, heading: String, findings: [String]) -> Fragment {
    plain(table, heading: heading, findings: findings)
  }

  func pairs(_ table: ProtectedTable, heading: String, beneath: [String] = []) -> Fragment {
    plain(table, heading: heading, findings: beneath)
  }

  func groups(_ table: ProtectedTable, heading: String, finding: String?) -> Fragment {
    plain(table, heading: heading, findings: [finding].compactMap { $0 })
  }

  func waves(_ model: QuestionModel) -> Fragment? { nil }

  func categories(_ model: QuestionModel) -> Fragment? { nil }

  private func plain(_ table: ProtectedTable, heading: String, findings: [String]) -> Fragment {
    figureCard(
      frame, heading: heading, beneath: findings,
      drawing: Fragment {
        if let reader { scrolling(heading) { figureTable(table, reader) } }
      }, caption: nil, files: files(table))
  }
}
