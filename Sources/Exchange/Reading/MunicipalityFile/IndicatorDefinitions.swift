import SafetyModel
import Workflows

extension YamlSection {
  private static let definitionKeys = [
    "text", "from", "until", "survey", "external", "register", "unit", "decimals", "values",
    "ended",
  ]

  /// How an indicator has been measured, oldest first.
  func definitions() -> [IndicatorDefinition] {
    guard required("definitions") != nil else { return [] }
    let entries = entries("definitions", codes: .address)
    if entries.isEmpty { report("yaml.emptyList", at: "definitions") }
    let codes = entries.map(\.code)
    let definitions = entries.map { entry in
      entry.section(in: form, keys: Self.definitionKeys).definition(entry.code, among: codes)
    }
    for (definition, next) in zip(definitions, definitions.dropFirst()) {
      if definition.ending == nil {
        report("municipality.definitionNotEnded", ["value": definition.code], at: "definitions")
      }
      if let from = definition.from, let later = next.from, later <= from {
        report("municipality.definitionOrder", ["value": next.code], at: "definitions")
      }
    }
    return definitions
  }

  private func definition(_ code: String, among codes: [String]) -> IndicatorDefinition {
    let from = optionalPeriod("from")
    let until = optionalPeriod("until")
    if let from, let until, until.lastDay < from.firstDay {
      report("municipality.endsBeforeStart", at: "until")
    }
    let unit = unit()
    return IndicatorDefinition(
      code: code, text: words("text"), from: from, until: until, source: source(), unit: unit,
      decimals: whole("decimals", in: 0...6) ?? 0, values: values(unit),
      ending: ending(among: codes.filter { $0 != code }))
  }

  private func source() -> IndicatorSource {
    if ["survey", "external", "register"].count(where: has) != 1 {
      report("municipality.oneSource", at: "survey")
    }
    if let survey = section("survey", keys: ["series", "subject"]) {
      return .survey(series: survey.code("series"), subject: survey.code("subject"))
    }
    if let register = external("register") { return .register(register) }
    return .external(external("external") ?? ExternalSeries(publisher: LocalisedText([:])))
  }

  private func external(_ key: String) -> ExternalSeries? {
    guard let section = section(key, keys: ["publisher", "series", "address"]) else { return nil }
    return ExternalSeries(
      series: section.has("series") ? section.code("series") : nil,
      publisher: section.words("publisher"), address: section.optionalText("address"))
  }

  /// `proportion`, or the words that stand after a figure; none for a plain number.
  private func unit() -> IndicatorUnit {
    guard let pair = pair("unit") else { return .plain }
    if case .text(let text) = pair.value.content {
      if text == "proportion" { return .proportion }
      report("municipality.unknownUnit", ["value": text], at: "unit")
      return .plain
    }
    return .named(words("unit"))
  }

  private func ending(among codes: [String]) -> DefinitionEnding? {
    guard let section = section("ended", keys: ["because", "note", "successor", "overlap"]) else {
      return nil
    }
    let successor = section.optionalText("successor")
    if let successor, !codes.contains(successor) {
      section.report("municipality.unknownDefinition", ["value": successor], at: "successor")
    }
    _ = section.required("because")
    return DefinitionEnding(
      reason: section.choice("because", of: DefinitionEnding.Reason.self) ?? .methodChanged,
      note: section.words("note"), successor: successor, overlap: section.overlap())
  }

  private func overlap() -> [OverlapValue] {
    periods("overlap").compactMap { period, entry, path in
      let section = form.section(
        entry.value, path: path, position: entry.position, keys: ["before", "after"])
      guard section.required("before") != nil, let before = section.number("before"),
        section.required("after") != nil, let after = section.number("after")
      else { return nil }
      return OverlapValue(period: period, before: before, after: after)
    }
  }
}

extension YamlSection {
  /// Values by period: a number, or `{value: 0.52, error: 0.01, base: 900}`.
  fileprivate func values(_ unit: IndicatorUnit) -> [StatedValue] {
    periods("values").compactMap { period, entry, path in
      guard let stated = statedValue(period, entry, path) else { return nil }
      if unit == .proportion, !(0...1).contains(stated.value) {
        form.report("municipality.notAPart", ["key": path], at: entry.position)
      }
      return stated
    }
  }

  private func statedValue(_ period: Period, _ entry: YamlPair, _ path: String) -> StatedValue? {
    if case .mapping = entry.value.content {
      let section = form.section(
        entry.value, path: path, position: entry.position, keys: ["value", "error", "base"])
      guard section.required("value") != nil, let value = section.number("value") else {
        return nil
      }
      let error = section.number("error")
      if let error, error <= 0 { section.report("municipality.notPositive", at: "error") }
      return StatedValue(
        period: period, value: value, standardError: error,
        base: section.whole("base", in: 1...100_000_000))
    }
    guard case .text(let text) = entry.value.content, let value = Double(plainNumber: text) else {
      let text = if case .text(let text) = entry.value.content { text } else { "" }
      form.report("yaml.notANumber", ["key": path, "value": text], at: entry.position)
      return nil
    }
    return StatedValue(period: period, value: value)
  }

  /// The lines of a mapping whose keys are periods, oldest first.
  private func periods(_ key: String) -> [(period: Period, pair: YamlPair, path: String)] {
    guard let pair = pair(key) else { return [] }
    let lines = form.pairs(pair.value, path: path(of: key), position: pair.position)
    let periods = lines.compactMap { line -> (period: Period, pair: YamlPair, path: String)? in
      guard let period = Period(line.key) else {
        form.report("municipality.notAPeriod", ["value": line.key], at: line.keyPosition)
        return nil
      }
      return (period, line, "\(path(of: key)).\(line.key)")
    }
    return periods.sorted { $0.period < $1.period }
  }
}
