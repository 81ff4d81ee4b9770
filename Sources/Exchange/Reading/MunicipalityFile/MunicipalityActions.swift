import SafetyModel
import Workflows

extension YamlSection {
  private static let actionKeys = [
    "title", "finding", "responsible", "effect", "area", "indicators", "levers", "due", "progress",
  ]

  /// The actions of a goal; `known` are the codes of its indicators.
  func actions(against known: [String]) -> [Action] {
    parts("actions").map { part in
      form.section(
        part.node, path: part.path, position: part.node.position, keys: Self.actionKeys
      ).action(known)
    }
  }

  private func action(_ known: [String]) -> Action {
    let progress = number("progress") ?? 0
    if !(0...1).contains(progress) { report("municipality.notAPart", at: "progress") }
    return Action(
      title: words("title"), finding: words("finding"), responsible: words("responsible"),
      effect: requiredChoice("effect", of: Action.Effect.self) ?? .preconditions,
      area: optionalText("area"), indicators: aims(known), levers: levers(), dueYear: year("due"),
      progress: progress)
  }

  /// Codes of indicators, each of which the goal must have and the action name once.
  private func aims(_ known: [String]) -> [String] {
    let codes = texts("indicators")
    for (place, code) in codes.enumerated() {
      if !known.contains(code) {
        let near = nearestNames(to: code, among: known).first ?? known.joined(separator: ", ")
        reportPart(
          "municipality.unknownIndicator", ["value": code, "known": near], at: "indicators", place)
      } else if codes[..<place].contains(code) {
        reportPart("municipality.aimTwice", ["value": code], at: "indicators", place)
      }
    }
    return codes
  }

  private func levers() -> [Lever] {
    let codes = texts("levers")
    return codes.enumerated().compactMap { place, code in
      if codes[..<place].contains(code) {
        reportPart("municipality.aimTwice", ["value": code], at: "levers", place)
      }
      if let lever = Lever(rawValue: code) { return lever }
      let known = Lever.allCases.map(\.rawValue).joined(separator: ", ")
      reportPart("yaml.unknownChoice", ["value": code, "known": known], at: "levers", place)
      return nil
    }
  }

  /// Reports a part of a list where it stands.
  private func reportPart(
    _ problem: String, _ arguments: [String: String], at key: String, _ place: Int
  ) {
    var arguments = arguments
    arguments["key"] = path(of: key)
    let position = form.positions["\(path(of: key)).\(place)"] ?? pairs[key]?.position ?? position
    form.report(problem, arguments, at: position)
  }
}
