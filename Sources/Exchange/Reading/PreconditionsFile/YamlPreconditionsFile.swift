import Foundation
package import SafetyModel
package import Workflows

/// Reads the description of preconditions: tables, measures, and how areas map to one's own.
package struct YamlPreconditionsFile: PreconditionsFileReader {
  package init() {}

  package func readPreconditions(_ path: String) throws -> PreconditionsDescription {
    let text = try YamlText(contentsOf: path)
    let form = YamlForm(file: text.file)
    let root = form.root(try YamlNode.parsed(text), keys: ["preconditions"])
    let keys = ["municipality", "areas", "tables", "measures"]
    guard let section = root.requiredSection("preconditions", keys: keys) else {
      throw Problems(form.problems)
    }
    let municipality = section.text("municipality")
    let areas = section.areas()
    let tables = section.tables()
    let measures = section.measures()
    guard form.problems.isEmpty, let areas else { throw Problems(form.problems) }

    func answer(_ name: String) throws -> SourceAnswer {
      try YamlSourcesFile().readFile(name, beside: path)
    }
    let mapping = try answer(areas.file)
    var read: [String: PublishedTable] = [:]
    var problems: [Problem] = []
    for table in tables {
      do {
        read[table.entry.code] = try table.read(answer(table.entry.file ?? ""))
      } catch let found as Problems {
        problems += found.list
      }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return PreconditionsDescription(
      file: path, municipality: municipality, mapping: try areas.read(mapping),
      mappingFile: mapping.name, measures: measures, tables: read)
  }
}

/// A table as the description names it.
private struct TableForm {
  var entry: SourceEntry
  var place: String
  var period: String?
  var fixedPeriod: Period?

  func read(_ answer: SourceAnswer) throws -> PublishedTable {
    let format = StatisticsSources.all.first { $0.code == entry.format }
    guard let cube = try format?.table(from: [answer], for: entry) else {
      throw Problems([Problem("source.noTable", file: answer.name)])
    }
    return PublishedTable(
      code: entry.code, publisher: entry.publisher, file: answer.name, place: place,
      period: period, fixedPeriod: fixedPeriod, cube: cube)
  }
}

/// The user's own table of areas as the description names it.
private struct MappingForm {
  var file: String
  var geography: String
  var publishedGeography: String
  var from: String
  var to: String
  var part: String?

  func read(_ answer: SourceAnswer) throws(Problems) -> AreaMapping {
    let grid = try CSVGrid.read(answer.bytes, file: answer.name, delimiter: nil)
    guard let head = grid.rows.first else {
      throw Problems([Problem("source.noTable", file: grid.file)])
    }
    let names = (0...(head.cells.last?.column ?? 0)).map { head[$0]?.words ?? "" }
    func column(_ name: String) throws(Problems) -> Int {
      if let place = names.firstIndex(of: name) { return place }
      let arguments = ["column": name, "known": names.joined(separator: ", ")]
      throw Problems([Problem("source.noColumn", arguments: arguments, file: grid.file)])
    }
    let fromColumn = try column(from)
    let toColumn = try column(to)
    let partColumn = try part.map(column)
    var rows: [AreaMapping.Row] = []
    var problems: [Problem] = []
    for row in grid.rows.dropFirst() where !row.isEmpty {
      let text = partColumn.flatMap { row[$0]?.words } ?? ""
      let cell: DataCell? = text.isEmpty ? .number(1) : StatisticalNumber().cell(text)
      guard let from = row[fromColumn]?.words, let to = row[toColumn]?.words,
        case .number(let part) = cell, part > 0, part <= 1
      else {
        problems.append(
          Problem(
            "preconditions.badRow", file: grid.file,
            position: SourcePosition(line: row.number, column: 1)))
        continue
      }
      rows.append(AreaMapping.Row(from: from, to: to, part: part))
    }
    guard problems.isEmpty else { throw Problems(Array(problems.prefix(20))) }
    return AreaMapping(
      geography: geography, publishedGeography: publishedGeography, rows: rows)
  }
}

extension YamlSection {
  fileprivate func areas() -> MappingForm? {
    let keys = ["file", "geography", "published-geography", "from", "to", "part"]
    guard let section = requiredSection("areas", keys: keys) else { return nil }
    return MappingForm(
      file: section.text("file"), geography: section.text("geography"),
      publishedGeography: section.text("published-geography"), from: section.text("from"),
      to: section.text("to"), part: section.optionalText("part"))
  }

  fileprivate func tables() -> [TableForm] {
    _ = required("tables")
    let keys = ["publisher", "format", "file", "options", "place", "period", "fixed-period"]
    return entries("tables", codes: .address).map { part in
      let section = part.section(in: form, keys: keys)
      let format = section.text("format")
      let known = StatisticsSources.all.map(\.code)
      if !format.isEmpty, !known.contains(format) {
        section.report(
          "yaml.unknownChoice", ["value": format, "known": known.joined(separator: ", ")],
          at: "format")
      }
      let publisher = section.words("publisher")
      return TableForm(
        entry: SourceEntry(
          code: part.code, name: publisher, publisher: publisher, terms: nil, format: format,
          address: nil, file: section.text("file"), query: [],
          options: section.dictionary("options"), series: []),
        place: section.text("place"), period: section.optionalText("period"),
        fixedPeriod: section.fixedPeriod())
    }
  }

  fileprivate func measures() -> [MeasureRule] {
    _ = required("measures")
    let keys = [
      "lever", "name", "kind", "unit", "decimals", "direction", "table", "dimension", "value",
      "base", "select",
    ]
    return entries("measures", codes: .address).map { entry in
      let section = entry.section(in: form, keys: keys)
      let kind = section.requiredChoice("kind", of: PreconditionMeasure.Kind.self) ?? .count
      let base = section.texts("base")
      if base.isEmpty != (kind == .count) { section.report("preconditions.base", at: "base") }
      return MeasureRule(
        measure: PreconditionMeasure(
          code: entry.code,
          lever: section.requiredChoice("lever", of: Lever.self) ?? .population,
          name: section.words("name"), kind: kind, unit: section.optionalWords("unit"),
          decimals: section.whole("decimals", in: 0...6) ?? 0,
          direction: section.choice("direction", of: Direction.self) ?? .neutral),
        table: section.text("table"), dimension: section.text("dimension"),
        value: section.requiredTexts("value"), base: base, select: section.dictionary("select"))
    }
  }
}
