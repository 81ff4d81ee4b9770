import SafetyModel

/// Reads spreadsheets in the xlsx form (ECMA-376): what the cells show, not how they were reckoned.
///
/// A formula counts with the value that it had when the file was saved, a number in a format of
/// dates is a date, and merged cells hold what stands in the first of them. Everything is read as it
/// arrives, within ``WorkbookLimits``; document types and outside references are never followed.
struct WorkbookReader {
  let file: String
  let limits: WorkbookLimits
  private let archive: ZipArchive
  /// The sheets in their order: name and part.
  let sheets: [(name: String, part: String)]
  private let texts: [String]
  private let styles: WorkbookStyles

  init(_ path: String, limits: WorkbookLimits = WorkbookLimits()) throws {
    let bytes = try FileBytes.read(path, limit: limits.zip.archiveBytes)
    try self.init(bytes, file: path, limits: limits)
  }

  init(_ bytes: [UInt8], file: String, limits: WorkbookLimits = WorkbookLimits()) throws {
    self.file = file
    self.limits = limits
    archive = try ZipArchive(bytes, file: file, limits: limits.zip)
    let parts = WorkbookParts(archive: archive)
    let contents = try parts.contents()
    sheets = contents.sheets
    styles = try parts.styles(isFrom1904: contents.isFrom1904)
    texts = try parts.sharedTexts(limit: limits.texts)
  }

  /// A sheet by its name; the first when no name is given.
  func sheet(_ name: String? = nil) throws -> Grid {
    let found = name.map { name in sheets.first { $0.name == name } } ?? sheets.first
    guard let found else {
      let known = sheets.map(\.name).joined(separator: ", ")
      throw Problems([
        Problem("xlsx.noSheet", arguments: ["sheet": name ?? "", "known": known], file: file)
      ])
    }
    guard let entry = archive.entry(found.part) else {
      throw Problems([Problem("xlsx.noPart", arguments: ["part": found.part], file: file)])
    }
    var reading = SheetReading(
      grid: Grid(file: file, sheet: found.name, rows: []), texts: texts, styles: styles,
      limits: limits)
    try archive.tokens(of: entry) { try reading.take($0) }
    return reading.grid
  }
}

extension ZipArchive {
  /// Reads a part as XML.
  func tokens(of entry: Entry, _ receive: (XMLToken) throws -> Void) throws {
    var tokens = XMLTokens()
    do {
      try read(entry) { try tokens.feed($0, receive) }
      try tokens.finish()
    } catch let fault as XMLTokens.Fault {
      let arguments = ["part": entry.name, "byte": String(fault.offset + 1)]
      throw Problems([Problem(fault.key, arguments: arguments, file: file)])
    }
  }
}
