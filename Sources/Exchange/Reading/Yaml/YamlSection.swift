import SafetyModel
import Workflows

/// A mapping of a form: values by key, read as what they should be.
///
/// A key that is absent or empty gives `nil` from the functions that read what may be left out,
/// and a problem from those that read what must be there.
struct YamlSection {
  let form: YamlForm
  let path: String
  let position: SourcePosition
  let pairs: [String: YamlPair]

  /// The path of a key in this section, for positions and messages.
  func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The line of a key, unless it is absent or has no value.
  func pair(_ key: String) -> YamlPair? {
    guard let pair = pairs[key], !pair.value.isNothing else { return nil }
    return pair
  }

  func has(_ key: String) -> Bool { pair(key) != nil }

  /// The line of a key that must be there.
  func required(_ key: String) -> YamlPair? {
    if let pair = pair(key) { return pair }
    form.report(
      path.isEmpty ? "yaml.missingTopKey" : "yaml.missingKey", ["key": key, "section": path],
      at: pairs[key]?.keyPosition ?? position)
    return nil
  }

  func report(_ problem: String, _ arguments: [String: String] = [:], at key: String) {
    var arguments = arguments
    arguments["key"] = path(of: key)
    form.report(problem, arguments, at: pairs[key]?.position ?? position)
  }

  // MARK: Plain values

  func text(_ key: String) -> String { required(key).flatMap { plain($0, key) } ?? "" }

  func optionalText(_ key: String) -> String? { pair(key).flatMap { plain($0, key) } }

  private func plain(_ pair: YamlPair, _ key: String) -> String? {
    guard case .text(let text) = pair.value.content else {
      report("yaml.notText", at: key)
      return nil
    }
    return text
  }

  func flag(_ key: String) -> Bool {
    guard let text = optionalText(key) else { return false }
    guard ["true", "false"].contains(text) else {
      report("yaml.notTrueOrFalse", ["value": text], at: key)
      return false
    }
    return text == "true"
  }

  /// A whole number within bounds.
  func whole(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = optionalText(key) else { return nil }
    guard let value = Int(text), range.contains(value) else {
      report(
        "yaml.notAWholeNumber",
        ["value": text, "from": String(range.lowerBound), "to": String(range.upperBound)], at: key)
      return nil
    }
    return value
  }

  /// A finite number, written with a decimal point.
  func number(_ key: String) -> Double? {
    guard let text = optionalText(key) else { return nil }
    guard let value = Double(plainNumber: text) else {
      report("yaml.notANumber", ["value": text], at: key)
      return nil
    }
    return value
  }

  func day(_ key: String) -> Day? {
    guard required(key) != nil, let text = optionalText(key) else { return nil }
    if let day = Day(text) { return day }
    report("yaml.notADay", ["value": text], at: key)
    return nil
  }

  /// One of the words of an enumeration.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String, of type: Choice.Type
  ) -> Choice? {
    guard let text = optionalText(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    report("yaml.unknownChoice", ["value": text, "known": known], at: key)
    return nil
  }
}
