import SafetyModel

/// Reads what stands after `DATA=`: every cell in turn, or rows that name themselves (`KEYS`).
struct PXCells {
  /// What one to six dots stand for in this file (`DATASYMBOL1` to `DATASYMBOL6`).
  private let dots: [DataCell]
  private let numbers = StatisticalNumber(dash: .number(0))
  /// How many cells there are, at most ``CubeBuilder/mostCells``.
  private let count: Int
  /// For tables with `KEYS`: how each variable at the side names its categories.
  private let keys: [PXKey]

  /// What is wrong with the data, before the file's name and the line are known.
  struct Fault: Error {
    var key: String
    var arguments: [String: String]
    var offset: Int?
  }

  init(count: Int, keys: [PXKey], _ keywords: PXKeywords) {
    self.count = count
    self.keys = keys
    dots = (1...6).map { number in
      guard let sign = keywords.text("DATASYMBOL\(number)") else {
        return .missing(number == 1 ? .notApplicable : .notAvailable)
      }
      // A word that is no known sign tells people why there is nothing, but not us.
      guard case .missing(let reason)? = StatisticalNumber().cell(sign) else {
        return .missing(.unexplained)
      }
      return .missing(reason)
    }
  }

  func read(_ scanner: inout PXScanner) throws -> [DataCell] {
    keys.isEmpty ? try all(&scanner) : try rows(&scanner)
  }

  private func all(_ scanner: inout PXScanner) throws -> [DataCell] {
    var cells: [DataCell] = []
    cells.reserveCapacity(count)
    while let datum = try scanner.datum() {
      guard cells.count < count else { throw wrongCount(count + 1) }
      cells.append(try cell(datum))
    }
    guard cells.count == count else { throw wrongCount(cells.count) }
    return cells
  }

  /// Rows that are left out hold zeros, as the format has it.
  private func rows(_ scanner: inout PXScanner) throws -> [DataCell] {
    let rowCount = keys.reduce(1) { $0 * $1.places.count }
    let width = count / max(1, rowCount)
    var cells = [DataCell](repeating: .number(0), count: count)
    var seen = [Bool](repeating: false, count: rowCount)
    while let first = try scanner.datum() {
      var row = 0
      var names: [String] = []
      for (number, key) in keys.enumerated() {
        guard let datum = number == 0 ? first : try scanner.datum() else {
          throw wrongCount(names.count)
        }
        guard let place = key.places[datum.text] else {
          throw Fault(
            key: "px.unknownKey",
            arguments: ["variable": key.variable, "value": String(datum.text.prefix(40))],
            offset: datum.offset)
        }
        row = row * key.places.count + place
        names.append(datum.text)
      }
      guard !seen[row] else {
        throw Fault(
          key: "source.twice", arguments: ["place": names.joined(separator: ", ")], offset: nil)
      }
      seen[row] = true
      for column in 0..<width {
        guard let datum = try scanner.datum() else { throw wrongCount(row * width + column) }
        cells[row * width + column] = try cell(datum)
      }
    }
    return cells
  }

  private func cell(_ datum: (text: String, offset: Int)) throws -> DataCell {
    let text = datum.text
    if !text.isEmpty, text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") }) {
      // Seven dots are a sum of which a part is missing.
      if text.utf8.count <= dots.count { return dots[text.utf8.count - 1] }
      if text.utf8.count == 7 { return .missing(.unexplained) }
    }
    guard let cell = numbers.cell(text) else {
      throw Fault(
        key: "source.notANumber", arguments: ["value": String(text.prefix(40))],
        offset: datum.offset)
    }
    return cell
  }

  private func wrongCount(_ found: Int) -> Fault {
    Fault(
      key: "px.cellCount", arguments: ["expected": String(count), "found": String(found)],
      offset: nil)
  }
}

/// How a variable at the side names its categories in rows that name themselves.
struct PXKey {
  var variable: String
  var places: [String: Int]
}
