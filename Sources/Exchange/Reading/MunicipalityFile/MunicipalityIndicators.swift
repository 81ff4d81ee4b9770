import SafetyModel
import Workflows

extension YamlSection {
  /// The indicators of a goal, or the parts of an indicator, with everything below them.
  func indicators(_ key: String) -> [Indicator] {
    entries(key, codes: .address).map { entry in
      entry.section(in: form, keys: Self.indicatorKeys).indicator(entry.code)
    }
  }

  private static let indicatorKeys = [
    "name", "question", "direction", "matters", "responsible", "updated", "breakdowns", "baseline",
    "targets", "for-residents", "for-experts", "definitions", "parts",
  ]

  private func indicator(_ code: String) -> Indicator {
    let direction = direction()
    let definitions = definitions()
    let matters = number("matters")
    if let matters, matters <= 0 { report("municipality.notPositive", at: "matters") }
    return Indicator(
      code: code, name: words("name"), question: words("question"), direction: direction,
      threshold: matters, responsible: optionalWords("responsible"),
      rhythm: choice("updated", of: UpdateRhythm.self) ?? .irregularly,
      requiredBreakdowns: breakdowns(), baseline: baseline(),
      targets: targets(direction, definitions), forResidents: optionalWords("for-residents"),
      forExperts: optionalWords("for-experts"), definitions: definitions,
      parts: indicators("parts"))
  }

  /// `lower-is-better`, or `{towards: 0}`.
  private func direction() -> IndicatorDirection {
    guard let pair = required("direction") else { return .neutral }
    if case .mapping = pair.value.content {
      guard let section = section("direction", keys: ["towards"]),
        section.required("towards") != nil, let aim = section.number("towards")
      else { return .neutral }
      return .towards(aim)
    }
    return IndicatorDirection(choice("direction", of: Direction.self) ?? .neutral)
  }

  private func breakdowns() -> [RequiredBreakdown] {
    texts("breakdowns").compactMap { text in
      if let breakdown = RequiredBreakdown(rawValue: text) { return breakdown }
      let known = RequiredBreakdown.allCases.map(\.rawValue).joined(separator: ", ")
      report("yaml.unknownChoice", ["value": text, "known": known], at: "breakdowns")
      return nil
    }
  }

  private func baseline() -> IndicatorBaseline? {
    guard let section = section("baseline", keys: ["period", "value"]),
      let period = section.period("period")
    else { return nil }
    return IndicatorBaseline(period: period, value: section.number("value"))
  }

  private func targets(_ direction: IndicatorDirection, _ definitions: [IndicatorDefinition])
    -> [IndicatorTarget]
  {
    let keys = ["value", "by", "interim", "definition"]
    let targets = parts("targets").compactMap { part -> IndicatorTarget? in
      let section = form.section(
        part.node, path: part.path, position: part.node.position, keys: keys)
      guard section.required("value") != nil, let value = section.number("value"),
        let deadline = section.period("by")
      else { return nil }
      let definition = section.optionalText("definition")
      if let definition, !definitions.contains(where: { $0.code == definition }) {
        section.report("municipality.unknownDefinition", ["value": definition], at: "definition")
      }
      return IndicatorTarget(
        value: value, deadline: deadline, isInterim: section.flag("interim"),
        definition: definition)
    }
    if !targets.isEmpty, direction == .neutral {
      report("municipality.targetWithoutDirection", at: "targets")
    }
    let last = targets.filter { !$0.isInterim }.map(\.deadline).max()
    if let last, targets.contains(where: { $0.isInterim && $0.deadline >= last }) {
      report("municipality.interimAfterTarget", at: "targets")
    }
    return targets
  }
}

extension YamlSection {
  /// A period that must be there: `2025`, `2025-H1`, `2025-09-01`.
  func period(_ key: String) -> Period? {
    guard required(key) != nil else { return nil }
    return optionalPeriod(key)
  }

  func optionalPeriod(_ key: String) -> Period? {
    guard let text = optionalText(key) else { return nil }
    if let period = Period(text) { return period }
    report("municipality.notAPeriod", ["value": text], at: key)
    return nil
  }
}
