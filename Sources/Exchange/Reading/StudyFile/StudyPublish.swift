import DisclosureControl
import SafetyModel

extension YamlSection {
  func publicationPlan() -> PublicationPlan {
    let keys = ["highlights", "breakdowns", "rules"]
    guard let publish = section("publish", keys: keys) else {
      return PublicationPlan(highlights: [], breakdowns: [], rules: DisclosureRules())
    }
    return PublicationPlan(
      highlights: publish.texts("highlights"),
      breakdowns: publish.parts("breakdowns").map { part in
        form.texts(part.node, path: part.path, position: part.node.position)
      }, rules: publish.rules())
  }

  /// The rules of the study, none of them laxer than the public ones.
  private func rules() -> DisclosureRules {
    let keys = ["minimum-base", "minimum-count", "base-band", "one-decimal-from-base", "level"]
    let floor = DisclosureRules.floor
    guard let section = section("rules", keys: keys) else { return floor }
    return DisclosureRules(
      minimumBase: section.atLeast(floor.minimumBase, "minimum-base"),
      minimumCount: section.atLeast(floor.minimumCount, "minimum-count"),
      baseBand: section.atLeast(floor.baseBand, "base-band"),
      oneDecimalFromBase: section.atLeast(floor.oneDecimalFromBase, "one-decimal-from-base"),
      level: section.level(floor.level))
  }

  private func atLeast(_ floor: Int, _ key: String) -> Int {
    guard let value = whole(key, in: 0...1_000_000) else { return floor }
    if value < floor {
      report(
        "study.laxRule", ["value": String(value), "floor": "≥ \(floor)"], at: key)
    }
    return value
  }

  private func level(_ floor: Double) -> Double {
    guard let value = number("level") else { return floor }
    if value > floor || value <= 0 {
      report("study.laxRule", ["value": "\(value)", "floor": "0–\(floor)"], at: "level")
    }
    return value
  }
}
