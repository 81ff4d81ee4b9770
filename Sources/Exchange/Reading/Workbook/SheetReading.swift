import SafetyModel

/// One reading of one sheet.
struct SheetReading {
  private(set) var grid: Grid
  private let texts: [String]
  private let styles: WorkbookStyles
  private let limits: WorkbookLimits
  private var row = Grid.Row(number: 0, cells: [])
  private var column = -1
  private var kind = ""
  private var style = 0
  private var text = ""
  private var isValue = false
  private var phonetic = 0
  private var cellCount = 0
  private static let mostColumns = 16_384

  init(grid: Grid, texts: [String], styles: WorkbookStyles, limits: WorkbookLimits) {
    self.grid = grid
    self.texts = texts
    self.styles = styles
    self.limits = limits
  }

  mutating func take(_ token: XMLToken) throws(Problems) {
    switch token {
    case .start("c", let attributes): try beginCell(attributes)
    case .start("v", _), .start("t", _): isValue = phonetic == 0
    // How to pronounce a text stands beside it, and is none of it.
    case .start("rPh", _): phonetic += 1
    case .end("rPh"): phonetic -= 1
    case .end("v"), .end("t"): isValue = false
    case .text(let part): if isValue { text += part }
    case .end("c"): try endCell()
    case .start("row", let attributes): try beginRow(attributes)
    case .end("row"): if !row.isEmpty { grid.rows.append(row) }
    case .start, .end: break
    }
  }

  private mutating func beginRow(_ attributes: XMLAttributes) throws(Problems) {
    let number = attributes["r"].map { Int($0) ?? 0 } ?? row.number + 1
    guard number > row.number else {
      throw problem("xlsx.badPlace", ["place": attributes["r"] ?? ""])
    }
    guard number <= limits.rows else {
      throw problem("xlsx.tooManyRows", ["limit": String(limits.rows)])
    }
    row = Grid.Row(number: number, cells: [])
    column = -1
  }

  private mutating func beginCell(_ attributes: XMLAttributes) throws(Problems) {
    let place = attributes["r"]
    let found = place.map { SheetReading.column(of: $0) } ?? column + 1
    guard let found, found > column, found < SheetReading.mostColumns else {
      throw problem("xlsx.badPlace", ["place": place ?? ""])
    }
    column = found
    kind = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) } ?? 0
    text = ""
    cellCount += 1
    guard cellCount <= limits.cells else {
      throw problem("xlsx.tooManyCells", ["limit": String(limits.cells)])
    }
  }

  private mutating func endCell() throws(Problems) {
    guard let value = try value() else { return }
    row.cells.append(Grid.Cell(column: column, value: value))
  }

  private func value() throws(Problems) -> Grid.Value? {
    switch kind {
    case "inlineStr", "str": return text.isEmpty ? nil : .text(text)
    case _ where text.isEmpty: return nil
    case "s":
      guard let number = Int(text), texts.indices.contains(number) else { throw badValue() }
      return texts[number].isEmpty ? nil : .text(texts[number])
    case "b": return .flag(text == "1" || text == "true")
    case "e": return .fault(text)
    case "d": return .moment(text.hasSuffix("T00:00:00") ? String(text.dropLast(9)) : text)
    default:
      guard let number = Double(text), number.isFinite else { throw badValue() }
      return styles.value(number, style)
    }
  }

  private func badValue() -> Problems {
    let place = grid.place(row: row.number, column: column)
    return problem("xlsx.badValue", ["cell": place, "value": String(text.prefix(40))])
  }

  private func problem(_ key: String, _ arguments: [String: String]) -> Problems {
    var arguments = arguments
    arguments["sheet"] = grid.sheet
    return Problems([Problem(key, arguments: arguments, file: grid.file)])
  }

  /// The column of a place such as `AB12`, from 0.
  static func column(of place: String) -> Int? {
    var column = 0
    var letters = 0
    for byte in place.utf8 {
      guard (65...90).contains(byte) else { break }
      column = column * 26 + Int(byte - 64)
      letters += 1
      guard letters <= 3 else { return nil }
    }
    return letters > 0 ? column - 1 : nil
  }
}
