import SafetyModel
import Workflows

extension YamlSection {
  func indicators() -> [Indicator] {
    entries("indicators", codes: .address).map { entry in
      let section = entry.section(in: form, keys: Self.indicatorKeys)
      return Indicator(
        code: entry.code, name: section.words("name"), source: section.source(),
        direction: section.choice("direction", of: Direction.self) ?? .neutral,
        target: section.target(), remark: section.optionalWords("remark"))
    }
  }

  private static let indicatorKeys = [
    "name", "survey", "observations", "direction", "target", "remark",
  ]
  private static let observationKeys = [
    "kind", "unit", "decimals", "source", "values", "breaks",
  ]

  private func source() -> IndicatorSource {
    if has("survey") == has("observations") { report("municipality.oneSource", at: "survey") }
    if let survey = section("survey", keys: ["series", "subject"]) {
      return .survey(series: survey.code("series"), subject: survey.code("subject"))
    }
    return .observations(observations())
  }

  private func observations() -> ObservationSeries {
    let section = section("observations", keys: Self.observationKeys)
    return ObservationSeries(
      kind: section?.choice("kind", of: ObservationSeries.Kind.self) ?? .count,
      unit: section?.optionalWords("unit"), decimals: section?.whole("decimals", in: 0...6) ?? 0,
      source: section?.words("source") ?? LocalisedText([:]), observations: section?.values() ?? [],
      breaks: section?.breaks() ?? [])
  }

  private func values() -> [StatedValue] {
    guard required("values") != nil else { return [] }
    return years("values").compactMap { year, entry in
      guard case .text(let text) = entry.value.content, let value = Double(plainNumber: text) else {
        form.report(
          "yaml.notANumber", ["key": "\(path(of: "values")).\(year)", "value": ""],
          at: entry.position)
        return nil
      }
      return StatedValue(year: year, value: value)
    }
  }

  private func breaks() -> [SeriesBreak] {
    years("breaks").map { year, entry in
      SeriesBreak(year: year, reason: form.words(entry, path: "\(path(of: "breaks")).\(year)"))
    }
  }

  /// The lines of a mapping whose keys are years, oldest first.
  private func years(_ key: String) -> [(year: Int, pair: YamlPair)] {
    guard let pair = pair(key) else { return [] }
    let lines = form.pairs(pair.value, path: path(of: key), position: pair.position)
    let years = lines.compactMap { line -> (year: Int, pair: YamlPair)? in
      guard let year = Int(line.key), (1900...2200).contains(year) else {
        form.report(
          "municipality.notAYear", ["value": line.key], at: line.keyPosition)
        return nil
      }
      return (year, line)
    }
    return years.sorted { $0.year < $1.year }
  }

  private func target() -> IndicatorTarget? {
    guard let section = section("target", keys: ["value", "year"]) else { return nil }
    guard section.required("value") != nil, let value = section.number("value") else { return nil }
    return IndicatorTarget(value: value, year: section.year("year"))
  }
}
