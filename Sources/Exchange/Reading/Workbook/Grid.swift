import SafetyModel

/// A sheet of cells, or a delimited file: only the cells that hold something.
struct Grid {
  enum Value: Hashable {
    case text(String)
    case number(Double)
    /// 12.5 stands for 12.5 %.
    case percent(Double)
    /// A day, a time of day or both, as ISO 8601 writes it.
    case moment(String)
    case flag(Bool)
    /// A formula's fault: `#N/A`.
    case fault(String)
  }

  struct Cell {
    /// From 0.
    var column: Int
    var value: Value
  }

  struct Row {
    /// As the spreadsheet numbers it, from 1.
    var number: Int
    /// In order of their columns.
    var cells: [Cell]

    subscript(column: Int) -> Value? {
      // Rows are short or full, so the cell is most often where its number says.
      if column < cells.count, cells[column].column == column { return cells[column].value }
      return cells.first { $0.column == column }?.value
    }

    var isEmpty: Bool { cells.isEmpty }
  }

  var file: String
  /// The sheet's name; empty for delimited text.
  var sheet: String
  var rows: [Row]

  /// A cell as people name it: `C17`, with the sheet's name before it when it has one.
  func place(row: Int, column: Int) -> String {
    var name = ""
    var left = column + 1
    while left > 0 {
      let letter = Unicode.Scalar(UInt8(65 + (left - 1) % 26))
      name = String(letter) + name
      left = (left - 1) / 26
    }
    return (sheet.isEmpty ? "" : "\(sheet)!") + name + String(row)
  }
}

extension Grid.Value {
  /// The value as text: numbers in their canonical form, text without outer blanks.
  var words: String {
    switch self {
    case .text(let text): text.trimmingAllBlanks
    case .number(let number): CanonicalText.of(number)
    case .percent(let number): CanonicalText.of(number) + " %"
    case .moment(let text): text
    case .flag(let flag): flag ? "1" : "0"
    case .fault(let name): name
    }
  }

  var isBlank: Bool { words.isEmpty }

  /// The value as a cell of a table, or `nil` when it is neither a number nor a sign for none.
  func cell(_ numbers: StatisticalNumber) -> DataCell? {
    switch self {
    case .number(let number): .number(number)
    case .percent(let number): .percent(number)
    case .text(let text): numbers.cell(text)
    case .moment, .flag, .fault: nil
    }
  }

  /// The value as a message tells it.
  var shown: String {
    if case .flag(let flag) = self { return flag ? "TRUE" : "FALSE" }
    return words
  }
}
