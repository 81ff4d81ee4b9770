import SafetyModel

/// The parts of a workbook that say what its sheets are called, and the texts they share.
struct WorkbookParts {
  let archive: ZipArchive

  /// The sheets' names with their parts, in the order of the tabs, and from when days are counted.
  func contents() throws -> (sheets: [(name: String, part: String)], isFrom1904: Bool) {
    guard let workbook = archive.entry("xl/workbook.xml") else {
      throw Problems([
        Problem("xlsx.noPart", arguments: ["part": "xl/workbook.xml"], file: archive.file)
      ])
    }
    let targets = try targets()
    var sheets: [(name: String, part: String)] = []
    var isFrom1904 = false
    try archive.tokens(of: workbook) { token in
      if case .start("workbookPr", let attributes) = token {
        isFrom1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
      }
      guard case .start("sheet", let attributes) = token, let name = attributes["name"] else {
        return
      }
      let id = attributes["id"] ?? attributes.first(endingWith: ":id") ?? ""
      sheets.append((name, targets[id] ?? ""))
    }
    return (sheets, isFrom1904)
  }

  private func targets() throws -> [String: String] {
    guard let entry = archive.entry("xl/_rels/workbook.xml.rels") else { return [:] }
    var targets: [String: String] = [:]
    try archive.tokens(of: entry) { token in
      guard case .start("Relationship", let attributes) = token, let id = attributes["Id"],
        let target = attributes["Target"]
      else { return }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    return targets
  }

  /// The texts that cells point at by number.
  func sharedTexts(limit: Int) throws -> [String] {
    guard let entry = archive.entries.first(where: { $0.name == "xl/sharedStrings.xml" }) else {
      return []
    }
    var texts: [String] = []
    var text = ""
    var isText = false
    var phonetic = 0
    try archive.tokens(of: entry) { token in
      switch token {
      case .start("si", _): text = ""
      case .start("t", _): isText = phonetic == 0
      case .start("rPh", _): phonetic += 1
      case .end("rPh"): phonetic -= 1
      case .end("t"): isText = false
      case .text(let part): if isText { text += part }
      case .end("si"):
        guard texts.count < limit else {
          let arguments = ["limit": String(limit)]
          throw Problems([Problem("xlsx.tooManyTexts", arguments: arguments, file: archive.file)])
        }
        texts.append(text)
      case .start, .end: break
      }
    }
    return texts
  }
}
