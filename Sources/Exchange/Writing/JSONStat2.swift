package import DisclosureControl
package import SafetyModel
import Texts
package import Workflows

/// A table as a JSON-stat 2.0 dataset, the form that SCB and Eurostat publish in.
///
/// The dimensions are the wave, those of the table, the statistic, and the figure's parts: value,
/// lower, upper, and the band of the base. All cells are there, in the order of `id`, the last
/// dimension fastest. A hidden cell is null, and `status` says why; `extension.status` and `note`
/// say it in words. Labels are unique within a dimension, since clients use them as keys.
///
/// Source: json-stat.org/full (2.0).
package struct JSONStat2: TableFormat {
  package let fileEnding = "json"
  package let mediaType = "application/json; charset=utf-8"
  package let name = "JSON-stat 2"

  package init() {}

  package func write(
    _ table: ProtectedTable, of publication: Publication, in language: Language
  ) -> [UInt8] {
    let words = TableWords(table: table, publication: publication, language: language)
    let dimensions = JSONStatDimension.all(of: table, words)
    let cells = JSONStatCells(table)
    var members: [(String, JSONOutput)] = [
      ("version", .string("2.0")), ("class", .string("dataset")), ("label", .string(words.title)),
    ]
    if let source = words.source { members.append(("source", .string(source))) }
    members += [
      ("updated", .string(publication.publishedAt)),
      ("note", .strings(notes(cells, words))),
      ("role", role(table, dimensions, words)),
      ("id", .strings(dimensions.map(\.code))),
      ("size", .array(dimensions.map { .integer($0.categories.count) })),
      ("dimension", .object(dimensions.map { ($0.code, $0.json) })),
      ("value", .array(cells.values)),
    ]
    // An empty object is not a status in the sense of the format.
    if !cells.statuses.isEmpty {
      let statuses = cells.statuses.map {
        (String($0.place), JSONOutput.string($0.status.rawValue))
      }
      members.append(("status", .object(statuses)))
    }
    members.append(("extension", about(words)))
    return JSONOutput.object(members).bytes
  }

  private func notes(_ cells: JSONStatCells, _ words: TableWords) -> [String] {
    var notes: [String] = []
    if words.publication.isExample { notes.append(words.texts("tableFile.example")) }
    notes.append(words.texts("tableFile.unit.\(words.table.measure.rawValue)"))
    notes.append(words.texts("tableFile.interval"))
    let occurring = Set(cells.statuses.map(\.status))
    for status in FigureStatus.allCases where occurring.contains(status) {
      notes.append("\(status.rawValue): \(words.status(status))")
    }
    return notes
  }

  private func role(
    _ table: ProtectedTable, _ dimensions: [JSONStatDimension], _ words: TableWords
  ) -> JSONOutput {
    var roles: [(String, JSONOutput)] = [("time", .strings([dimensions[0].code]))]
    let areas = zip(dimensions.dropFirst(), table.dimensions).filter { words.isArea($0.1.code) }
    if !areas.isEmpty { roles.append(("geo", .strings(areas.map(\.0.code)))) }
    roles.append(("metric", .strings(dimensions.suffix(1).map(\.code))))
    return .object(roles)
  }

  private func about(_ words: TableWords) -> JSONOutput {
    let (table, publication) = (words.table, words.publication)
    return .object([
      ("publication", .integer(publication.number)),
      ("study", .string(publication.study)),
      ("series", .string(publication.series)),
      ("isExample", .bool(publication.isExample)),
      ("subject", .string(table.subject)),
      ("subjectLabel", .string(words.subjectLabel)),
      ("question", words.question.map { .string($0) } ?? .null),
      ("measure", .string(table.measure.rawValue)),
      (
        "status",
        .object(FigureStatus.allCases.map { ($0.rawValue, .string(words.status($0))) })
      ),
    ])
  }
}
