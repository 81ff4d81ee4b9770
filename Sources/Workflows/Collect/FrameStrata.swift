package import SafetyModel
package import SurveyStatistics

/// The strata of a frame: a table with one row a person, or one row a group with its number.
package struct FrameStrata: Sendable {
  package struct Stratum: Sendable, Hashable {
    /// The value of each column that makes the strata.
    package var key: [String]
    package var area: String?
    package var planned: PlannedStratum
    package var name: String { key.joined(separator: " × ") }
  }

  /// Which columns say what.
  package struct Columns: Sendable {
    /// Crossed into one stratification; none for a frame that is one stratum.
    package var strata: [String]
    /// How many persons a row stands for; `nil`: one.
    package var count: String?
    /// The area that a stratum belongs to; one of ``strata``.
    package var area: String?
    /// What is expected: a number, or a column with a number for each row.
    package var response: String
    package var share: String

    package init(
      strata: [String], count: String? = nil, area: String? = nil, response: String = "1",
      share: String = "0.5"
    ) {
      self.strata = strata
      self.count = count
      self.area = area
      self.response = response
      self.share = share
    }
  }

  package let file: String
  package let columns: Columns
  /// In the order of their keys.
  package let strata: [Stratum]
  /// For each row of the frame its stratum's place.
  package let stratumOfRow: [Int32]

  /// - Throws: `Problems` with everything that is wrong in the columns.
  package init(_ table: SourceTable, columns: Columns, decimalMark: String? = nil) throws {
    self.columns = columns
    file = table.file
    let reading = FrameReading(
      table: table, answers: AnswerColumns(table: table, decimalMark: decimalMark))
    let keys = try reading.keys(columns.strata)
    let counts = try columns.count.map { try reading.numbers($0, option: "--count") }
    let response = try reading.expectation(columns.response, option: "--response")
    let share = try reading.expectation(columns.share, option: "--share")
    if let area = columns.area, !columns.strata.contains(area) {
      throw Problems([
        Problem(
          "plan.areaIsNoStratum",
          arguments: ["area": area, "strata": columns.strata.joined(separator: ", ")],
          file: table.file)
      ])
    }
    guard !keys.isEmpty else { throw Problems([Problem("plan.noRows", file: table.file)]) }
    let sorted = Set(keys).sorted { $0.lexicographicallyPrecedes($1) }
    let places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, Int32($0)) })
    stratumOfRow = keys.map { places[$0] ?? 0 }
    var sums = [(count: Double, response: Double, share: Double)](
      repeating: (0, 0, 0), count: sorted.count)
    for (row, place) in stratumOfRow.enumerated() {
      let count = counts?[row] ?? 1
      sums[Int(place)].count += count
      sums[Int(place)].response += count * response[row]
      sums[Int(place)].share += count * share[row]
    }
    let areaPlace = columns.area.flatMap { columns.strata.firstIndex(of: $0) }
    strata = zip(sorted, sums).map { key, sum in
      Stratum(
        key: key, area: areaPlace.map { key[$0] },
        planned: PlannedStratum(
          populationSize: Int(sum.count), proportion: sum.share / sum.count,
          expectedResponse: sum.response / sum.count))
    }
  }

  /// The areas in order, and which of them each stratum belongs to; `nil` without areas.
  var areas: (names: [String], ofStratum: [Int])? {
    let named = strata.compactMap(\.area)
    guard named.count == strata.count, !named.isEmpty else { return nil }
    let names = Set(named).sorted()
    return (names, named.map { names.firstIndex(of: $0) ?? 0 })
  }
}

/// Reads the columns of a frame, or says what is wrong with them.
private struct FrameReading {
  let table: SourceTable
  let answers: AnswerColumns

  /// The crossed values of each row.
  func keys(_ names: [String]) throws -> [[String]] {
    let columns = try names.map { name in
      guard let column = answers.column(name) else { throw missing(name, option: "--strata") }
      let empty = column.firstRows(where: column.isMissing)
      guard empty.isEmpty else {
        throw problem("plan.emptyValue", name, rows: empty)
      }
      return column
    }
    return (0..<table.rowCount).map { row in
      columns.map { $0.distinct[Int($0.codes[row])] }
    }
  }

  /// Whole numbers above 0.
  func numbers(_ name: String, option: String) throws -> [Double] {
    guard let column = answers.numbers(name) else { throw missing(name, option: option) }
    let wrong = column.values.indices.filter {
      let value = column.values[$0]
      return !(value > 0 && value == value.rounded() && value < 1e9)
    }
    guard wrong.isEmpty else {
      throw problem("plan.notACount", name, rows: wrong.prefix(10).map { $0 + 1 })
    }
    return column.values
  }

  /// The same number for all, or a column's.
  func expectation(_ text: String, option: String) throws -> [Double] {
    if let number = Double(text) { return Array(repeating: number, count: table.rowCount) }
    guard let column = answers.numbers(text) else { throw missing(text, option: option) }
    let wrong = column.values.indices.filter { !(column.values[$0] > 0 && column.values[$0] <= 1) }
    guard wrong.isEmpty else {
      throw problem("plan.notAShare", text, rows: wrong.prefix(10).map { $0 + 1 })
    }
    return column.values
  }

  private func missing(_ name: String, option: String) -> Problems {
    Problems([
      Problem(
        "plan.noSuchColumn",
        arguments: [
          "option": option, "column": name,
          "known": answers.sourceNames.sorted().joined(separator: ", "),
        ], file: table.file)
    ])
  }

  private func problem(_ key: String, _ variable: String, rows: [Int]) -> Problems {
    Problems([Problem(key, file: table.file, rows: rows, variable: variable)])
  }
}
