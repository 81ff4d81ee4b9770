import DisclosureControl
package import SafetyModel
package import Texts

/// A row of a table against everyone, in words and in a shape.
package enum Standing {
  /// `Säkert högre än i kommunen`; `nil` when the two were not compared.
  package static func againstAll(
    _ difference: Difference?, _ direction: Direction, _ teller: Teller
  ) -> Status? {
    guard let difference else { return nil }
    let texts = teller.texts
    guard difference.isCertain else { return Status(.none, texts("page.standing.same")) }
    let key = difference.value > 0 ? "page.standing.higher" : "page.standing.lower"
    return Status(Verdict(difference.value, direction).kind, texts(key))
  }

  /// `Säkert lägre än 2021`, `Ingen säker förändring sedan 2021`.
  package static func change(
    _ change: (since: Int, difference: Difference)?, _ direction: Direction, _ texts: Texts
  ) -> Status? {
    guard let (since, difference) = change else { return nil }
    let words = ["year": String(since)]
    guard difference.isCertain else {
      return Status(.none, texts("page.standing.unchanged", words))
    }
    let key = difference.value > 0 ? "page.standing.risen" : "page.standing.fallen"
    return Status(Verdict(difference.value, direction).kind, texts(key, words))
  }
}
