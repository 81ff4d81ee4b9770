package import SafetyModel
package import Workflows

/// A table in delimited text.
///
/// Settings: `delimiter`, `decimal-mark`, and `values` with the columns that hold values when the
/// file is a list.
package struct DelimitedFile: StatisticsSource {
  package let code = "csv"
  package let isAsked = false
  package init() {}

  package func request(for entry: SourceEntry) throws -> SourceRequest { throw entry.notAsked() }

  package func table(from answers: [SourceAnswer], for entry: SourceEntry) throws -> DataCube {
    try entry.check(options: ["delimiter", "decimal-mark", "values"])
    let answer = try answers.only()
    let grid = try CSVGrid.read(
      answer.bytes, file: answer.name, delimiter: entry.option("delimiter"))
    return try entry.cube(of: grid)
  }
}

/// A table in a spreadsheet (xlsx).
///
/// Settings: `sheet`, `decimal-mark` for numbers written as text, and `values` as for text.
package struct WorkbookFile: StatisticsSource {
  package let code = "xlsx"
  package let isAsked = false
  package init() {}

  package func request(for entry: SourceEntry) throws -> SourceRequest { throw entry.notAsked() }

  package func table(from answers: [SourceAnswer], for entry: SourceEntry) throws -> DataCube {
    try entry.check(options: ["sheet", "decimal-mark", "values"])
    let answer = try answers.only()
    let workbook = try WorkbookReader(answer.bytes, file: answer.name)
    return try entry.cube(of: workbook.sheet(entry.option("sheet")))
  }
}

/// A PX file.
///
/// Setting: `language`, for words in another language of the file than its own.
package struct PXFile: StatisticsSource {
  package let code = "px"
  package let isAsked = false
  package init() {}

  package func request(for entry: SourceEntry) throws -> SourceRequest { throw entry.notAsked() }

  package func table(from answers: [SourceAnswer], for entry: SourceEntry) throws -> DataCube {
    try entry.check(options: ["language"])
    let answer = try answers.only()
    return try PXReading(
      answer.bytes, file: answer.name, language: entry.option("language")
    ).cube()
  }
}

/// A JSON-stat file, or any address that answers with one.
package struct JSONStatFile: StatisticsSource {
  package let code = "json-stat"
  package let isAsked = true
  package init() {}

  package func request(for entry: SourceEntry) throws -> SourceRequest {
    SourceRequest(address: try entry.requiredAddress())
  }

  package func table(from answers: [SourceAnswer], for entry: SourceEntry) throws -> DataCube {
    try entry.check(options: [])
    let answer = try answers.only()
    return try JSONStatReading(document: JSONDocument(answer.bytes, file: answer.name)).cube()
  }
}
