/// A sheet of cells, or a delimited file: only the cells that hold something.
struct Grid {
  enum Value: Hashable {
    case text(String)
    case number(Double)
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
    case .flag(let flag): flag ? "1" : "0"
    case .fault(let name): name
    }
  }

  var isBlank: Bool { words.isEmpty }
}
