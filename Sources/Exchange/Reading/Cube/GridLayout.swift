import SafetyModel

/// Finds the table in a sheet as statistical databases deliver it.
///
/// A title stands first, perhaps; then lines that head the columns, one for each dimension, where a
/// word holds until the next one; then rows that begin with the categories of the dimensions at
/// the side, where a blank repeats the one above; and after an empty line notes that are no data.
/// SCB's downloads look like this, and so does a plain table with one line of headings.
///
/// Dimensions at the side are called `side1`, `side2`…, those on top `head1`, `head2`…, unless the
/// corner above the side names them.
struct GridLayout {
  let grid: Grid
  let numbers: StatisticalNumber

  init(_ grid: Grid, numbers: StatisticalNumber) {
    self.grid = grid
    self.numbers = numbers
  }

  func cube() throws(Problems) -> DataCube {
    let block = try block()
    let side = try sideWidth(block)
    let heads = block.heads.map { row in
      filled((side..<block.width).map { row[$0]?.words ?? "" })
    }
    let corner = (0..<side).map { column in
      block.heads.last?[column].map(\.words).flatMap { $0.isEmpty ? nil : $0 }
    }
    var dimensions = (0..<side).map { place in
      let name = corner[place] ?? "side\(place + 1)"
      return (code: name, label: name)
    }
    dimensions += heads.indices.map { ("head\($0 + 1)", "head\($0 + 1)") }
    var builder = CubeBuilder(dimensions)
    var above = [String](repeating: "", count: side)
    for row in block.rows {
      for column in 0..<side {
        if let words = row[column]?.words, !words.isEmpty { above[column] = words }
      }
      try add(row, above, heads, side: side, to: &builder)
    }
    return try builder.cube(
      title: block.title, table: nil, updated: nil, notes: block.notes, file: grid.file)
  }

  private func add(
    _ row: Grid.Row, _ side: [String], _ heads: [[String]], side width: Int,
    to builder: inout CubeBuilder
  ) throws(Problems) {
    let count = heads.first?.count ?? 0
    for place in 0..<count {
      let column = width + place
      guard let value = row[column] else { continue }
      guard let cell = value.cell(numbers) else { throw notANumber(row, column, value.shown) }
      let categories = side + heads.map { $0[place] }
      builder.add(categories.map { DataCube.Category(code: $0, label: $0) }, cell)
    }
  }

  // MARK: - Finding the parts

  private struct Block {
    var title: String
    var heads: [Grid.Row]
    var rows: [Grid.Row]
    var notes: [String]
    var width: Int
  }

  /// The first rows that hold numbers beyond their first cell are data; what stands above heads it.
  private func block() throws(Problems) -> Block {
    let rows = grid.rows
    guard let first = rows.indices.first(where: { isData(rows[$0]) && !isHeadingOfYears($0) })
    else {
      throw Problems([Problem("source.noTable", file: grid.file)])
    }
    var headStart = first
    while headStart > 0, rows[headStart - 1].number == rows[headStart].number - 1,
      rows[headStart - 1].cells.contains(where: { $0.column > 0 })
    {
      headStart -= 1
    }
    var end = first
    while end < rows.count, isData(rows[end]),
      end == first || rows[end].number == rows[end - 1].number + 1
    {
      end += 1
    }
    // Data after a gap would be lost without a word.
    if let lost = rows[end...].first(where: { isData($0) }) {
      let arguments = ["row": String(lost.number)]
      throw Problems([Problem("source.brokenTable", arguments: arguments, file: grid.file)])
    }
    guard headStart < first else {
      throw Problems([Problem("source.noHeadings", file: grid.file)])
    }
    let heads = Array(rows[headStart..<first])
    let data = Array(rows[first..<end])
    let width = (heads + data).reduce(0) { max($0, ($1.cells.last?.column ?? 0) + 1) }
    return Block(
      title: headStart > 0 ? rows[0].cells.first?.value.words ?? "" : "", heads: heads,
      rows: data, notes: rows[end...].flatMap(\.cells).map(\.value.words).filter { !$0.isEmpty },
      width: width)
  }

  /// Data begin with words or a code, and hold a number, or a sign for none, after it.
  private func isData(_ row: Grid.Row) -> Bool {
    row.cells.dropFirst().contains { $0.value.cell(numbers) != nil }
  }

  /// Years alone head columns when nothing stands at their side, or nothing above them.
  private func isHeadingOfYears(_ index: Int) -> Bool {
    let row = grid.rows[index]
    let areYears = row.cells.dropFirst().compactMap { $0.value.cell(numbers) }.allSatisfy { cell in
      guard case .number(let number) = cell else { return false }
      return (1900...2200).contains(number) && number == number.rounded()
    }
    guard areYears else { return false }
    if row[0]?.isBlank ?? true { return true }
    guard index > 0 else { return true }
    let above = grid.rows[index - 1]
    return above.number != row.number - 1 || !above.cells.contains { $0.column > 0 }
  }

  /// The columns before the first that has a heading of its own.
  private func sideWidth(_ block: Block) throws(Problems) -> Int {
    let headed = block.heads.flatMap { row in
      row.cells.filter { !$0.value.isBlank }.map(\.column)
    }
    // With one line of headings the side is headed too: it ends where numbers begin.
    let numeric = block.rows.first?.cells.first { cell in
      cell.column > 0 && cell.value.cell(numbers) != nil
    }
    let start = headed.min() == 0 ? numeric?.column : headed.min()
    guard let start, start > 0 else {
      throw Problems([Problem("source.noHeadings", file: grid.file)])
    }
    return start
  }

  /// A word in a heading holds for the columns after it that have none.
  private func filled(_ words: [String]) -> [String] {
    var last = ""
    return words.map { word in
      if !word.isEmpty { last = word }
      return last
    }
  }

  private func notANumber(_ row: Grid.Row, _ column: Int, _ text: String) -> Problems {
    let arguments = [
      "cell": grid.place(row: row.number, column: column), "value": String(text.prefix(40)),
    ]
    return Problems([Problem("source.notANumberInCell", arguments: arguments, file: grid.file)])
  }
}
