package import SafetyModel
package import Workflows

/// Reads the municipality's own file: who it is, its goal, indicators and actions.
package struct YamlMunicipalityFile: MunicipalityFileReader {
  package init() {}

  package func readMunicipality(_ path: String) throws -> MunicipalityFile {
    let text = try YamlText(contentsOf: path)
    let (municipality, goal) = try read(text)
    return MunicipalityFile(municipality: municipality, goal: goal, bytes: text.bytes)
  }

  /// Reads a municipality from bytes; `file` is the name that messages tell.
  package func readMunicipality(bytes: [UInt8], file: String) throws -> (
    municipality: Municipality, goal: Goal?
  ) {
    try read(YamlText(bytes: bytes, file: file))
  }

  private func read(_ text: YamlText) throws -> (municipality: Municipality, goal: Goal?) {
    let form = YamlForm(file: text.file)
    let root = form.root(try YamlNode.parsed(text), keys: ["municipality", "goal"])
    let municipality = root.municipality()
    let goal = root.goal()
    guard form.problems.isEmpty else { throw Problems(form.problems) }
    return (municipality, goal)
  }
}

extension YamlSection {
  fileprivate func municipality() -> Municipality {
    guard
      let section = requiredSection(
        "municipality", keys: ["code", "name", "example", "contact", "groups"])
    else {
      return Municipality(code: "", name: LocalisedText([:]), isExample: false)
    }
    let code = section.optionalText("code") ?? ""
    let isExample = section.flag("example")
    let isFourDigits = code.utf8.count == 4 && code.utf8.allSatisfy { (48...57).contains($0) }
    if !isFourDigits, !(isExample && code.isEmpty) {
      section.report("municipality.badCode", ["value": code], at: "code")
    }
    return Municipality(
      code: code, name: section.words("name"), isExample: isExample, contact: section.contact(),
      groups: section.comparisonGroups())
  }

  private func contact() -> Contact? {
    guard let section = section("contact", keys: ["email", "telephone"]) else { return nil }
    let contact = Contact(
      email: section.optionalText("email"), telephone: section.optionalText("telephone"))
    if let email = contact.email, !Self.isPlainAddress(email) {
      section.report("municipality.badEmail", ["value": email], at: "email")
    }
    return contact.isEmpty ? nil : contact
  }

  /// One at sign between letters, digits and `.-_~+`: what a link to write to can hold.
  private static func isPlainAddress(_ text: String) -> Bool {
    let sides = text.split(separator: "@", omittingEmptySubsequences: false)
    return sides.count == 2
      && sides.allSatisfy { side in
        !side.isEmpty
          && side.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
              || ".-_~+".utf8.contains(byte)
          }
      }
  }

  fileprivate func goal() -> Goal? {
    guard let section = section("goal", keys: ["text", "decision", "indicators", "actions"]) else {
      return nil
    }
    let indicators = section.indicators("indicators")
    let goal = Goal(
      text: section.words("text"), decision: section.optionalWords("decision"),
      indicators: indicators,
      actions: section.actions(against: indicators.flatMap(\.withParts).map(\.code)))
    var seen: Set<String> = []
    for indicator in goal.allIndicators where !seen.insert(indicator.code).inserted {
      section.report("municipality.twice", ["value": indicator.code], at: "indicators")
    }
    return goal
  }
}
