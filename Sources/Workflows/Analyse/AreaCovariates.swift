package import SafetyModel

/// What is known of each group from elsewhere, to explain how groups differ.
package struct AreaCovariates: Sendable {
  /// The columns that explain.
  package let names: [String]
  private let valuesOfKey: [[String]: [Double]]
  private let file: String

  /// Reads a table with one row a group: a column by the code of each dimension of the breakdown
  /// with the code of the group, and any number of columns with numbers.
  ///
  /// - Throws: `Problems` with everything that is wrong.
  package init(_ table: SourceTable, by breakdown: [PublishedDimension]) throws {
    file = table.file
    let columns = AnswerColumns(table: table)
    let codes = breakdown.map(\.code)
    var problems: [Problem] = []
    for code in codes where !columns.exists(code) {
      problems.append(
        Problem(
          "areas.noColumn",
          arguments: [
            "column": code, "known": table.columns.map(\.name).joined(separator: ", "),
          ], file: table.file))
    }
    names = table.columns.map(\.name).filter { !codes.contains($0) }
    if names.isEmpty { problems.append(Problem("areas.nothingExplains", file: table.file)) }
    let numbers = names.map { columns.numbers($0)?.values ?? [] }
    for (name, values) in zip(names, numbers) {
      let wrong = values.indices.filter { !values[$0].isFinite }
      if !wrong.isEmpty {
        problems.append(
          Problem(
            "command.variableNotANumber", file: table.file, rows: wrong.prefix(10).map { $0 + 1 },
            variable: name))
      }
    }
    if !problems.isEmpty { throw Problems(problems) }
    let keys = codes.map { code in
      columns.column(code).map { column in column.codes.map { column.distinct[Int($0)] } } ?? []
    }
    valuesOfKey = Dictionary(
      (0..<table.rowCount).map { row in (keys.map { $0[row] }, numbers.map { $0[row] }) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The explaining numbers of a group.
  ///
  /// - Throws: `Problems` when the table has no row for it.
  func values(of key: [String]) throws -> [Double] {
    if let values = valuesOfKey[key] { return values }
    throw Problems([
      Problem(
        "areas.groupMissing", arguments: ["group": key.joined(separator: " × ")], file: file)
    ])
  }
}
