import Foundation
package import SafetyModel
package import Workflows

/// Reads the file that describes sources: what is asked of each, and what its parts mean here.
package struct YamlSourcesFile: SourcesFileReader {
  package init() {}

  package func readSources(_ path: String) throws -> [SourceEntry] {
    try read(YamlText(contentsOf: path))
  }

  package func readFile(_ name: String, beside path: String) throws -> SourceAnswer {
    let folder = URL(filePath: path).deletingLastPathComponent()
    let file =
      name.hasPrefix("/") ? name : folder.appending(path: name).standardizedFileURL.path
    return SourceAnswer(name: file, bytes: try FileBytes.read(file, limit: 50_000_000))
  }

  /// Reads entries from bytes; `file` is the name that messages tell.
  package func readSources(bytes: [UInt8], file: String) throws -> [SourceEntry] {
    try read(YamlText(bytes: bytes, file: file))
  }

  private func read(_ text: YamlText) throws -> [SourceEntry] {
    let form = YamlForm(file: text.file)
    let root = form.root(try YamlNode.parsed(text), keys: ["sources"])
    _ = root.required("sources")
    let entries = root.entries("sources", codes: .address).map { entry in
      entry.section(in: form, keys: YamlSection.sourceKeys).sourceEntry(entry.code)
    }
    var seen: [String: String] = [:]
    for entry in entries {
      for series in entry.series {
        if let first = seen.updateValue(entry.code, forKey: series.code) {
          form.report(
            "source.seriesTwice", ["series": series.code, "first": first, "second": entry.code],
            at: form.positions["sources.\(entry.code).series.\(series.code)"] ?? root.position)
        }
      }
    }
    guard form.problems.isEmpty else { throw Problems(form.problems) }
    return entries
  }
}

extension YamlSection {
  fileprivate static let sourceKeys = [
    "name", "publisher", "terms", "format", "address", "file", "query", "options", "series",
  ]
  private static let seriesKeys = [
    "name", "kind", "unit", "decimals", "period", "fixed-period", "place", "breakdown", "select",
    "uncertainty",
  ]

  fileprivate func sourceEntry(_ code: String) -> SourceEntry {
    let format = text("format")
    let known = StatisticsSources.all.map(\.code)
    if !format.isEmpty, !known.contains(format) {
      report(
        "yaml.unknownChoice", ["value": format, "known": known.joined(separator: ", ")],
        at: "format")
    }
    if has("address") == has("file") { report("source.addressOrFile", at: "address") }
    _ = required("series")
    return SourceEntry(
      code: code, name: words("name"), publisher: words("publisher"),
      terms: optionalText("terms"), format: format, address: optionalText("address"),
      file: optionalText("file"), query: query(), options: dictionary("options"),
      series: entries("series", codes: .address).map { entry in
        entry.section(in: form, keys: YamlSection.seriesKeys).seriesEntry(entry.code)
      })
  }

  private func query() -> [SourceSelection] {
    guard let pair = pair("query") else { return [] }
    let path = path(of: "query")
    return form.pairs(pair.value, path: path, position: pair.position).map { line in
      SourceSelection(
        variable: line.key,
        values: form.texts(
          line.value, path: "\(path).\(line.key)", position: line.position))
    }
  }

  private func seriesEntry(_ code: String) -> SeriesEntry {
    SeriesEntry(
      code: code, name: words("name"), kind: requiredChoice("kind", of: SeriesKind.self) ?? .other,
      unit: requiredChoice("unit", of: SeriesUnit.self) ?? .number,
      decimals: whole("decimals", in: 0...6) ?? 0, period: optionalText("period"),
      fixedPeriod: fixedPeriod(), place: placeRule(), breakdown: breakdownRules(),
      select: dictionary("select"), uncertainty: uncertainty())
  }

  func fixedPeriod() -> Period? {
    if has("period") == has("fixed-period") { report("source.onePeriod", at: "period") }
    guard let text = optionalText("fixed-period") else { return nil }
    let period = Period(text)
    if period == nil { report("source.badFixedPeriod", ["value": text], at: "fixed-period") }
    return period
  }

  private func placeRule() -> PlaceRule {
    let keys = ["dimension", "kind", "geography", "fixed", "codes"]
    guard let section = requiredSection("place", keys: keys) else {
      return PlaceRule(dimension: nil, kind: .municipality)
    }
    if section.has("dimension") == section.has("fixed") {
      section.report("source.onePlace", at: "dimension")
    }
    let kind = section.requiredChoice("kind", of: Place.Kind.self) ?? .municipality
    let geography = section.optionalText("geography") ?? ""
    if (kind == .area) == geography.isEmpty { section.report("source.geography", at: "geography") }
    return PlaceRule(
      dimension: section.optionalText("dimension"), kind: kind, geography: geography,
      fixed: section.optionalText("fixed"), codes: section.dictionary("codes"))
  }

  private func breakdownRules() -> [BreakdownRule] {
    entries("breakdown", codes: .address).map { entry in
      let section = entry.section(in: form, keys: ["dimension", "groups"])
      _ = section.required("groups")
      return BreakdownRule(
        code: entry.code, dimension: section.text("dimension"),
        groups: section.dictionary("groups"))
    }
  }

  /// One of the words of an enumeration, which must be there.
  func requiredChoice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String, of type: Choice.Type
  ) -> Choice? {
    guard required(key) != nil else { return nil }
    return choice(key, of: type)
  }

  /// Texts by keys that the writer of the file chose; an empty value is the empty text.
  func dictionary(_ key: String) -> [String: String] {
    guard let pair = pair(key) else { return [:] }
    let path = path(of: key)
    var texts: [String: String] = [:]
    for line in form.pairs(pair.value, path: path, position: pair.position) {
      form.note(line.position, of: "\(path).\(line.key)")
      switch line.value.content {
      case .text(let text): texts[line.key] = text
      case .nothing: texts[line.key] = ""
      case .list, .mapping:
        form.report("yaml.notText", ["key": "\(path).\(line.key)"], at: line.position)
      }
    }
    return texts
  }
}
