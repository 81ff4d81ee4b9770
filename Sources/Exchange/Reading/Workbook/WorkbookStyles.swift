import SafetyModel

/// What the styles of a workbook make of the numbers in its cells.
struct WorkbookStyles {
  /// By the number that a cell gives as its style.
  var formats: [CellFormat] = []
  var dates = WorkbookDates()

  /// A number as its cell shows it: a day that no calendar has is a fault, shown as such.
  func value(_ number: Double, _ style: Int) -> Grid.Value {
    let format = formats.indices.contains(style) ? formats[style] : .number
    switch format {
    case .number: return .number(number)
    // A hundredfold by its digits, so that 0.119 is 11.9 and not 11.899999999999999.
    case .percent: return .percent(Double(number.description + "e2") ?? number * 100)
    case .moment, .duration:
      return dates.text(number, format).map { .moment($0) } ?? .fault("########")
    }
  }
}

extension WorkbookParts {
  /// More formats than any spreadsheet program allows (64 000).
  private static let mostFormats = 65_536

  /// The formats of cells; none when the workbook has no styles.
  func styles(isFrom1904: Bool) throws -> WorkbookStyles {
    var styles = WorkbookStyles(dates: WorkbookDates(isFrom1904: isFrom1904))
    guard let entry = archive.entry("xl/styles.xml") else { return styles }
    var codes: [Int: String] = [:]
    var isInCells = false
    try archive.tokens(of: entry) { token in
      switch token {
      case .start("numFmt", let attributes):
        guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
        codes[id] = attributes["formatCode"]
      case .start("cellXfs", _): isInCells = true
      case .end("cellXfs"): isInCells = false
      case .start("xf", let attributes) where isInCells:
        let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        guard styles.formats.count < WorkbookParts.mostFormats else {
          let arguments = ["limit": String(WorkbookParts.mostFormats)]
          throw Problems([Problem("xlsx.tooManyFormats", arguments: arguments, file: archive.file)])
        }
        styles.formats.append(CellFormat(id: id, code: codes[id]))
      case .start, .end, .text: break
      }
    }
    return styles
  }
}
