import SafetyModel
import Workflows

extension SourceEntry {
  /// A setting of the format, or `nil` when it is not given.
  func option(_ name: String) -> String? { options[name] }

  /// Throws when there is a setting that the format does not know.
  func check(options known: [String]) throws(Problems) {
    for name in options.keys.sorted() where !known.contains(name) {
      let arguments = ["option": name, "source": code, "known": known.joined(separator: ", ")]
      throw Problems([Problem("source.unknownOption", arguments: arguments)])
    }
  }

  /// The address, which a source that is asked must have.
  func requiredAddress() throws(Problems) -> String {
    guard let address else {
      throw Problems([Problem("source.noAddress", arguments: ["source": code])])
    }
    return address
  }

  /// How numbers are written in a file of this entry.
  func numbers() throws(Problems) -> StatisticalNumber {
    switch option("decimal-mark") ?? "." {
    case ".": return StatisticalNumber(decimalMark: ".")
    case ",": return StatisticalNumber(decimalMark: ",")
    case let other:
      throw Problems([Problem("csv.badDecimalMark", arguments: ["value": other])])
    }
  }

  /// A sheet as a table: a list when the entry names its value columns, else as it is laid out.
  func cube(of grid: Grid) throws(Problems) -> DataCube {
    let numbers = try numbers()
    guard let columns = option("values") else {
      return try GridLayout(grid, numbers: numbers).cube()
    }
    let names = columns.split(separator: ",").map { String($0).trimmingAllBlanks }
    return try GridList(grid: grid, numbers: numbers, valueColumns: names).cube()
  }

  /// A file is not asked.
  func notAsked() -> Problems {
    Problems([Problem("source.notAsked", arguments: ["source": code, "format": format])])
  }
}

extension [SourceAnswer] {
  /// The one answer of a source that has no pages.
  func only() throws(Problems) -> SourceAnswer {
    guard let answer = first else { throw Problems([Problem("source.noTable")]) }
    return answer
  }
}

/// Text in an address, with everything but letters, digits and `-._~` written as `%XX`.
func percentEncoded(_ text: String, keeping kept: String = "") -> String {
  let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~\(kept)".utf8)
  return text.utf8.map { byte in
    if plain.contains(byte) { return String(UnicodeScalar(byte)) }
    let hex = String(byte, radix: 16, uppercase: true)
    return "%" + (hex.count < 2 ? "0" + hex : hex)
  }.joined()
}
