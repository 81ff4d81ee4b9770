package import SafetyModel
import SurveyStatistics

/// A grouping of everyone who was drawn, with the names of its groups.
package struct CodedFrameVariable: Sendable {
  let variable: FrameVariable
  let names: [String]
}

extension CodedFrameVariable {
  /// Takes columns of a checked data file, in the order of the coded rows.
  ///
  /// - Throws: `Problems` for a column that is not there, or that is missing for someone.
  static func coded(
    _ names: [String], _ columns: AnswerColumns, rows: [Int], file: String
  ) throws -> [CodedFrameVariable] {
    try names.map { name in
      guard let column = columns.column(name) else {
        throw Problems([
          Problem(
            "command.unknownVariable",
            arguments: ["name": name, "known": columns.names.sorted().joined(separator: ", ")],
            file: file)
        ])
      }
      let crossed = CrossedColumn([column], rowCount: columns.rowCount)
      let missing = rows.filter { crossed.codes[$0] < 0 }.sorted()
      guard missing.isEmpty, crossed.names.count < 60_000 else {
        throw Problems([
          Problem(
            "response.missing", file: file, rows: missing.prefix(10).map { $0 + 1 },
            variable: name)
        ])
      }
      return CodedFrameVariable(
        variable: FrameVariable(
          name: name,
          categories: try DomainColumn(
            codes: rows.map { UInt16(crossed.codes[$0] + 1) }, domainCount: crossed.names.count)),
        names: crossed.names)
    }
  }
}
