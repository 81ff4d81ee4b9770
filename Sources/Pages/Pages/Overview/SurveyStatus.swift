import DisclosureControl
import SafetyModel
import Texts

/// How a measure of the survey is going, told only as far as it is certain.
struct SurveyStatus {
  let table: ProtectedTable
  let direction: Direction

  func status(_ texts: Texts) -> Status? {
    guard table.row([])?.headline.status == .shown, let (since, change) = table.longestChange([])
    else { return nil }
    let words = ["year": String(since)]
    guard change.isCertain else { return Status(.none, texts("page.status.unchanged", words)) }
    switch Verdict(change.value, direction) {
    case .worse: return Status(.bad, texts("page.status.worse", words))
    case .other: return Status(.none, texts("page.status.changed", words))
    case .better: return Status(.good, texts("page.status.better", words))
    }
  }
}
