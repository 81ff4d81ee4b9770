import SafetyModel
import Workflows

@testable import Exchange

/// A second reader of delimited text, written to be plain and slow.
///
/// It checks nothing, and is only right for text that the fast reader accepts.
enum ReferenceCSV {
  /// The data rows in canonical form.
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    var rows = split(text, CSVDialect.delimiter(ofHeader: text[...]))
    let width = rows.removeFirst().count
    while width > 1, rows.last == [""] { rows.removeLast() }
    let numbers = NumberText(decimalMark: UInt8(ascii: "."))
    return rows.map { row in
      row.map { numbers.number(Array($0.utf8)[...]).map(CanonicalNumber.text) ?? $0 }
    }
  }

  private static func split(_ text: [UInt8], _ delimiter: UInt8) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var rest = text[...]
    var isRowOpen = false
    while let byte = rest.popFirst() {
      isRowOpen = true
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if rest.first == byte {
          field.append(byte)
          rest.removeFirst()
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == delimiter {
        row.append(String(decoding: field, as: UTF8.self).trimmingBlanks)
        field = []
      } else if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, rest.first == 0x0A { rest.removeFirst() }
        rows.append(row + [String(decoding: field, as: UTF8.self).trimmingBlanks])
        (row, field, isRowOpen) = ([], [], false)
      } else {
        field.append(byte)
      }
    }
    return isRowOpen ? rows + [row + [String(decoding: field, as: UTF8.self).trimmingBlanks]] : rows
  }
}
