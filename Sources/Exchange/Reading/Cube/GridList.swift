import SafetyModel

/// Reads a list: one line of names, and a row for each value with its categories beside it.
///
/// Columns that the entry of the source calls values become the categories of a dimension
/// `value`; every other column is a dimension.
struct GridList {
  let grid: Grid
  let numbers: StatisticalNumber
  let valueColumns: [String]

  func cube() throws(Problems) -> DataCube {
    guard let head = grid.rows.first, grid.rows.count > 1 else {
      throw Problems([Problem("source.noTable", file: grid.file)])
    }
    let names = (0...(head.cells.last?.column ?? 0)).map { head[$0]?.words ?? "" }
    let values = try valueColumns.map { (name) throws(Problems) -> Int in
      guard let place = names.firstIndex(of: name) else {
        let arguments = ["column": name, "known": names.joined(separator: ", ")]
        throw Problems([Problem("source.noColumn", arguments: arguments, file: grid.file)])
      }
      return place
    }
    let keys = names.indices.filter { !values.contains($0) && !names[$0].isEmpty }
    var builder = CubeBuilder(
      keys.map { (names[$0], names[$0]) } + [(code: "value", label: "value")])
    for row in grid.rows.dropFirst() where !row.isEmpty {
      let categories = keys.map { key in
        let words = row[key]?.words ?? ""
        return DataCube.Category(code: words, label: words)
      }
      for value in values {
        let name = names[value]
        let cell = try cell(row, value)
        builder.add(categories + [DataCube.Category(code: name, label: name)], cell)
      }
    }
    return try builder.cube(title: "", table: nil, updated: nil, file: grid.file)
  }

  private func cell(_ row: Grid.Row, _ column: Int) throws(Problems) -> DataCell {
    guard let value = row[column] else { return .missing(.unexplained) }
    if let cell = value.cell(numbers) { return cell }
    let arguments = [
      "cell": grid.place(row: row.number, column: column), "value": String(value.shown.prefix(40)),
    ]
    throw Problems([Problem("source.notANumberInCell", arguments: arguments, file: grid.file)])
  }
}
