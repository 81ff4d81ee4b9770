package import SafetyModel
package import Workflows

/// Writes a municipality's file in its canonical form, which ``YamlMunicipalityFile`` reads back.
///
/// The canonical form is a fixed point: written, read and written again it is the same bytes.
package struct YamlMunicipalityWriter: MunicipalityFileWriter {
  package init() {}

  package func write(_ municipality: Municipality, goal: Goal?) -> String {
    var yaml = YamlWriting(remarks: [:])
    yaml.line("municipality:")
    if !municipality.code.isEmpty {
      yaml.entry("code", Yaml.scalar(municipality.code), indent: 1)
    }
    yaml.words("name", municipality.name, indent: 1)
    if municipality.isExample { yaml.entry("example", "true", indent: 1) }
    if let contact = municipality.contact, !contact.isEmpty {
      yaml.line("contact:", indent: 1)
      for (key, text) in [("email", contact.email), ("telephone", contact.telephone)] {
        if let text { yaml.entry(key, Yaml.scalar(text), indent: 2) }
      }
    }
    if !municipality.groups.isEmpty {
      yaml.line("groups:", indent: 1)
      for group in municipality.groups { yaml.group(group) }
    }
    if let goal { yaml.goal(goal) }
    return yaml.text
  }
}

extension YamlWriting {
  fileprivate mutating func goal(_ goal: Goal) {
    blank()
    line("goal:")
    words("text", goal.text, indent: 1)
    optional("decision", goal.decision, indent: 1)
    if !goal.indicators.isEmpty {
      line("indicators:", indent: 1)
      for indicator in goal.indicators { self.indicator(indicator, indent: 2) }
    }
    if !goal.actions.isEmpty {
      line("actions:", indent: 1)
      for action in goal.actions { self.action(action) }
    }
  }

  fileprivate mutating func group(_ group: ComparisonGroup) {
    line("\(group.code):", indent: 2)
    words("name", group.name, indent: 3)
    switch group.members {
    case .region(let prefix): entry("region", Yaml.scalar(prefix), indent: 3)
    case .listed(let codes): entry("municipalities", Yaml.list(codes), indent: 3)
    case .imported(let origin, let codes):
      let part = origin.group.map { ", group: \(Yaml.scalar($0))" } ?? ""
      entry("imported", "{file: \(Yaml.scalar(origin.file))\(part)}", indent: 3)
      entry("municipalities", Yaml.list(codes), indent: 3)
    }
    guard let weighting = group.weighting else { return }
    line("weighted-by:", indent: 3)
    entry("series", Yaml.scalar(weighting.series), indent: 4)
    words("name", weighting.name, indent: 4)
  }

  private mutating func action(_ action: Action) {
    part("title", action.title, indent: 2)
    words("finding", action.finding, indent: 3)
    words("responsible", action.responsible, indent: 3)
    entry("effect", action.effect.rawValue, indent: 3)
    if let area = action.area { entry("area", Yaml.scalar(area), indent: 3) }
    if !action.indicators.isEmpty {
      entry("indicators", Yaml.list(action.indicators), indent: 3)
    }
    if !action.levers.isEmpty {
      entry("levers", Yaml.list(action.levers.map(\.rawValue)), indent: 3)
    }
    entry("due", String(action.dueYear), indent: 3)
    entry("progress", action.progress.canonicalText, indent: 3)
  }

  /// The first words of a part of a list, with its hyphen.
  private mutating func part(_ key: String, _ words: LocalisedText, indent: Int) {
    line("- \(key):", indent: indent)
    for (language, text) in words.values.sorted(by: { $0.key < $1.key }) {
      entry(language, Yaml.scalar(text), indent: indent + 2)
    }
  }

  mutating func optional(_ key: String, _ words: LocalisedText?, indent: Int) {
    if let words { self.words(key, words, indent: indent) }
  }
}
