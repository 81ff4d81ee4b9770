import SafetyModel
import Workflows

extension YamlWriting {
  mutating func indicator(_ indicator: Indicator, indent: Int) {
    line("\(indicator.code):", indent: indent)
    let inner = indent + 1
    words("name", indicator.name, indent: inner)
    words("question", indicator.question, indent: inner)
    entry("direction", indicator.direction.yaml, indent: inner)
    if let threshold = indicator.threshold {
      entry("matters", threshold.canonicalText, indent: inner)
    }
    optional("responsible", indicator.responsible, indent: inner)
    entry("updated", indicator.rhythm.rawValue, indent: inner)
    if !indicator.requiredBreakdowns.isEmpty {
      let breakdowns = indicator.requiredBreakdowns.map(\.rawValue)
      entry("breakdowns", Yaml.list(breakdowns), indent: inner)
    }
    aims(of: indicator, indent: inner)
    optional("for-residents", indicator.forResidents, indent: inner)
    optional("for-experts", indicator.forExperts, indent: inner)
    line("definitions:", indent: inner)
    for definition in indicator.definitions { self.definition(definition, indent: inner + 1) }
    if !indicator.parts.isEmpty {
      line("parts:", indent: inner)
      for part in indicator.parts { self.indicator(part, indent: inner + 1) }
    }
  }

  private mutating func aims(of indicator: Indicator, indent: Int) {
    if let baseline = indicator.baseline {
      let value = baseline.value.map { ", value: \($0.canonicalText)" } ?? ""
      entry("baseline", "{period: \(baseline.period)\(value)}", indent: indent)
    }
    guard !indicator.targets.isEmpty else { return }
    line("targets:", indent: indent)
    for target in indicator.targets {
      let interim = target.isInterim ? ", interim: true" : ""
      let definition = target.definition.map { ", definition: \(Yaml.scalar($0))" } ?? ""
      let value = target.value.canonicalText
      line(
        "- {value: \(value), by: \(target.deadline)\(interim)\(definition)}", indent: indent + 1)
    }
  }

  private mutating func definition(_ definition: IndicatorDefinition, indent: Int) {
    line("\(definition.code):", indent: indent)
    let inner = indent + 1
    words("text", definition.text, indent: inner)
    if let from = definition.from { entry("from", "\(from)", indent: inner) }
    if let until = definition.until { entry("until", "\(until)", indent: inner) }
    source(definition.source, indent: inner)
    switch definition.unit {
    case .proportion: entry("unit", "proportion", indent: inner)
    case .named(let unit): words("unit", unit, indent: inner)
    case .plain: break
    }
    entry("decimals", String(definition.decimals), indent: inner)
    if !definition.values.isEmpty {
      line("values:", indent: inner)
      for value in definition.values { entry("\(value.period)", value.yaml, indent: inner + 1) }
    }
    if let ending = definition.ending { self.ending(ending, indent: inner) }
  }

  private mutating func source(_ source: IndicatorSource, indent: Int) {
    switch source {
    case .survey(let series, let subject):
      let codes = "series: \(Yaml.scalar(series)), subject: \(Yaml.scalar(subject))"
      entry("survey", "{\(codes)}", indent: indent)
    case .external(let external), .register(let external):
      line("\(source.kind.rawValue):", indent: indent)
      words("publisher", external.publisher, indent: indent + 1)
      if let series = external.series { entry("series", Yaml.scalar(series), indent: indent + 1) }
      if let address = external.address {
        entry("address", Yaml.scalar(address), indent: indent + 1)
      }
    }
  }

  private mutating func ending(_ ending: DefinitionEnding, indent: Int) {
    line("ended:", indent: indent)
    entry("because", ending.reason.rawValue, indent: indent + 1)
    words("note", ending.note, indent: indent + 1)
    if let successor = ending.successor {
      entry("successor", Yaml.scalar(successor), indent: indent + 1)
    }
    guard !ending.overlap.isEmpty else { return }
    line("overlap:", indent: indent + 1)
    for value in ending.overlap {
      let both = "before: \(value.before.canonicalText), after: \(value.after.canonicalText)"
      entry("\(value.period)", "{\(both)}", indent: indent + 2)
    }
  }
}

extension IndicatorDirection {
  fileprivate var yaml: String {
    if case .towards(let aim) = self { "{towards: \(aim.canonicalText)}" } else { way.rawValue }
  }
}

extension StatedValue {
  fileprivate var yaml: String {
    guard standardError != nil || base != nil else { return value.canonicalText }
    let error = standardError.map { ", error: \($0.canonicalText)" } ?? ""
    let base = base.map { ", base: \($0)" } ?? ""
    return "{value: \(value.canonicalText)\(error)\(base)}"
  }
}
