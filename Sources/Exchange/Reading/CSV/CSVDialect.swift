import SafetyModel

/// How a delimited text file is written: given by the study, or found out from the header line.
struct CSVDialect: Sendable, Hashable {
  var delimiter: UInt8
  var decimalMark: UInt8

  /// The delimiters that are known, in the order in which they win when equally frequent.
  static let delimiters: [UInt8] = [0x3B, 0x09, 0x2C]

  init(delimiter: UInt8, decimalMark: UInt8) {
    self.delimiter = delimiter
    self.decimalMark = decimalMark
  }

  /// What the study says, completed by what the header line shows.
  init(
    _ description: DataDescription, header bytes: ArraySlice<UInt8>, file: String
  ) throws(Problems) {
    var problems: [Problem] = []
    switch description.decimalMark ?? "." {
    case ".": decimalMark = UInt8(ascii: ".")
    case ",": decimalMark = UInt8(ascii: ",")
    case let other:
      decimalMark = 0
      problems.append(Problem("csv.badDecimalMark", arguments: ["value": other], file: file))
    }
    switch description.delimiter {
    case nil: delimiter = CSVDialect.delimiter(ofHeader: bytes)
    case "tab", "\\t": delimiter = 0x09
    case let given?:
      delimiter = given.utf8.first ?? 0
      if given.utf8.count != 1 || !CSVDialect.delimiters.contains(delimiter) {
        problems.append(Problem("csv.badDelimiter", arguments: ["value": given], file: file))
      }
    }
    guard problems.isEmpty else { throw Problems(problems) }
  }

  /// The most frequent of the delimiters outside quotes in the first line; `,` when there is none.
  static func delimiter(ofHeader bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts = [Int](repeating: 0, count: 256)
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted {
        if byte == 0x0A || byte == 0x0D { break }
        counts[Int(byte)] += 1
      }
    }
    var best = UInt8(ascii: ",")
    var most = 0
    for delimiter in delimiters where counts[Int(delimiter)] > most {
      best = delimiter
      most = counts[Int(delimiter)]
    }
    return best
  }
}
