import SafetyModel

/// Reads a PX file into a table.
///
/// Only the file's own language is read, and only data that lists every combination (no `KEYS`).
struct PXReading {
  let file: String
  private let bytes: [UInt8]

  init(_ bytes: [UInt8], file: String) throws(Problems) {
    self.file = file
    self.bytes = try PXText.decoded(bytes, file: file)
  }

  func cube() throws(Problems) -> DataCube {
    var scanner = PXScanner(bytes)
    do {
      let keywords = try keywords(&scanner)
      let dimensions = try dimensions(keywords)
      guard let count = CubeBuilder.size(of: dimensions) else {
        throw Problems([CubeBuilder.tooLarge(file)])
      }
      let cells = try cells(&scanner, count: count)
      return DataCube(
        title: keywords.text("TITLE") ?? keywords.text("CONTENTS") ?? "",
        table: keywords.text("TABLEID") ?? keywords.text("MATRIX"),
        updated: keywords.text("LAST-UPDATED"),
        notes: keywords.all.filter { ["NOTE", "NOTEX"].contains($0.name) }.flatMap(\.values),
        dimensions: dimensions, cells: cells)
    } catch let fault as PXScanner.Fault {
      throw Problems([
        Problem(
          "px.syntax", arguments: ["expected": fault.expected], file: file,
          position: position(fault.offset))
      ])
    } catch let problems as Problems {
      throw problems
    } catch {
      throw Problems([Problem("px.noData", file: file)])
    }
  }

  private func keywords(_ scanner: inout PXScanner) throws -> PXKeywords {
    var keywords = PXKeywords()
    while let keyword = try scanner.next() {
      if keyword.name == "DATA" { return keywords }
      if keyword.name == "KEYS" { throw Problems([Problem("px.keys", file: file)]) }
      if keyword.language == nil { keywords.all.append(keyword) }
    }
    throw Problems([Problem("px.noData", file: file)])
  }

  private func dimensions(_ keywords: PXKeywords) throws(Problems) -> [DataCube.Dimension] {
    let names = (keywords.values("STUB") ?? []) + (keywords.values("HEADING") ?? [])
    var dimensions: [DataCube.Dimension] = []
    for name in names {
      guard let labels = keywords.values("VALUES", of: name), !labels.isEmpty else {
        throw Problems([Problem("px.noValues", arguments: ["variable": name], file: file)])
      }
      let codes = keywords.values("CODES", of: name) ?? labels
      guard codes.count == labels.count, Set(codes).count == codes.count else {
        throw Problems([Problem("px.badCodes", arguments: ["variable": name], file: file)])
      }
      dimensions.append(
        DataCube.Dimension(
          code: keywords.values("VARIABLECODE", of: name)?.first ?? name, label: name,
          categories: zip(codes, labels).map { DataCube.Category(code: $0, label: $1) }))
    }
    return dimensions
  }

  private func cells(_ scanner: inout PXScanner, count: Int) throws -> [DataCell] {
    let numbers = StatisticalNumber(dash: .number(0))
    var cells: [DataCell] = []
    cells.reserveCapacity(count)
    while let datum = try scanner.datum() {
      guard let cell = numbers.cell(datum.text) else {
        let arguments = ["value": String(datum.text.prefix(40))]
        throw Problems([
          Problem(
            "source.notANumber", arguments: arguments, file: file,
            position: position(datum.offset))
        ])
      }
      guard cells.count < count else { break }
      cells.append(cell)
    }
    guard cells.count == count else {
      let arguments = ["expected": String(count), "found": String(cells.count)]
      throw Problems([Problem("px.cellCount", arguments: arguments, file: file)])
    }
    return cells
  }

  private func position(_ offset: Int) -> SourcePosition {
    TextEncoding.position(of: min(offset, bytes.count), in: bytes.span)
  }
}

/// The keywords before the data.
struct PXKeywords {
  var all: [PXScanner.Keyword] = []

  func values(_ name: String, of part: String? = nil) -> [String]? {
    all.first { $0.name == name && (part == nil || $0.parts.first == part) }?.values
  }

  func text(_ name: String) -> String? { values(name)?.first }
}
