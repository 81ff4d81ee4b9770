import SafetyModel

/// Reads a PX file into a table (SCB's *PX file format specification*, 2013).
///
/// Codes are those of the file's own language; words are in the language that is asked for. Both
/// kinds of data are read: every cell in turn, and rows that name themselves (`KEYS`).
struct PXReading {
  let file: String
  private let bytes: [UInt8]
  /// `nil` for the file's own.
  private let language: String?

  init(_ bytes: [UInt8], file: String, language: String? = nil) throws(Problems) {
    self.file = file
    self.language = language
    self.bytes = try PXText.decoded(bytes, file: file)
  }

  func cube() throws(Problems) -> DataCube {
    var scanner = PXScanner(bytes)
    do {
      return try cube(&scanner)
    } catch let fault as PXScanner.Fault {
      throw problems("px.syntax", ["expected": fault.expected], fault.offset)
    } catch let fault as PXCells.Fault {
      throw problems(fault.key, fault.arguments, fault.offset)
    } catch let problems as Problems {
      throw problems
    } catch {
      throw problems("px.noData")
    }
  }

  private func cube(_ scanner: inout PXScanner) throws -> DataCube {
    let keywords = try keywords(&scanner)
    let wanted = try wanted(keywords)
    let side = try dimensions("STUB", keywords, wanted)
    let dimensions = side + (try self.dimensions("HEADING", keywords, wanted))
    guard !dimensions.isEmpty else { throw problems("px.noData") }
    guard let count = CubeBuilder.size(of: dimensions) else {
      throw Problems([CubeBuilder.tooLarge(file)])
    }
    let keys = try keywords.hasKeys ? self.keys(keywords) : []
    let cells = try PXCells(count: count, keys: keys, keywords).read(&scanner)
    return DataCube(
      title: keywords.text("TITLE", in: wanted) ?? keywords.text("CONTENTS", in: wanted) ?? "",
      table: keywords.text("TABLEID") ?? keywords.text("MATRIX"),
      updated: keywords.text("LAST-UPDATED"), notes: keywords.notes(in: wanted),
      dimensions: dimensions, cells: cells)
  }

  private func keywords(_ scanner: inout PXScanner) throws -> PXKeywords {
    var keywords = PXKeywords()
    while let keyword = try scanner.next() {
      if keyword.name == "DATA" { return keywords }
      keywords.all.append(keyword)
    }
    throw problems("px.noData")
  }

  /// The language that is asked for, unless it is the file's own.
  private func wanted(_ keywords: PXKeywords) throws(Problems) -> String? {
    guard let language, language != keywords.text("LANGUAGE") else { return nil }
    guard keywords.languages.contains(language) else {
      let known = keywords.languages.compactMap(\.self).joined(separator: ", ")
      throw problems("px.noLanguage", ["language": language, "known": known])
    }
    return language
  }

  private func dimensions(
    _ list: String, _ keywords: PXKeywords, _ wanted: String?
  ) throws(Problems) -> [DataCube.Dimension] {
    let names = keywords.values(list) ?? []
    // Another language has names of its own for the variables, in the same order.
    let words = wanted.flatMap { keywords.values(list, in: $0) } ?? names
    guard words.count == names.count else {
      throw problems("px.badCodes", ["variable": words.joined(separator: ", ")])
    }
    var dimensions: [DataCube.Dimension] = []
    for (name, word) in zip(names, words) {
      let labels = try labels(name, keywords)
      let codes = try codes(name, labels, keywords)
      let words = wanted.flatMap { keywords.values("VALUES", of: word, in: $0) } ?? labels
      guard codes.count == words.count, Set(codes).count == codes.count else {
        throw problems("px.badCodes", ["variable": name])
      }
      dimensions.append(
        DataCube.Dimension(
          code: keywords.values("VARIABLECODE", of: name)?.first ?? name, label: word,
          categories: zip(codes, words).map { DataCube.Category(code: $0, label: $1) }))
    }
    return dimensions
  }

  private func labels(_ name: String, _ keywords: PXKeywords) throws(Problems) -> [String] {
    guard let labels = keywords.values("VALUES", of: name), !labels.isEmpty else {
      throw problems("px.noValues", ["variable": name])
    }
    return labels
  }

  /// The codes; for points in time without any, what `TIMEVAL` says.
  private func codes(
    _ name: String, _ labels: [String], _ keywords: PXKeywords
  ) throws(Problems) -> [String] {
    if let codes = keywords.values("CODES", of: name) { return codes }
    let times = keywords.values("TIMEVAL", of: name).flatMap { PXTimes.codes($0) }
    return times ?? labels
  }

  /// How the variables at the side name their rows; either all of them do or none.
  private func keys(_ keywords: PXKeywords) throws(Problems) -> [PXKey] {
    var keys: [PXKey] = []
    for name in keywords.values("STUB") ?? [] {
      let labels = try labels(name, keywords)
      let names: [String]
      switch keywords.values("KEYS", of: name)?.first?.uppercased() {
      case "VALUES": names = labels
      case "CODES": names = keywords.values("CODES", of: name) ?? labels
      default: throw problems("px.keys", ["variable": name])
      }
      guard names.count == labels.count, Set(names).count == names.count else {
        throw problems("px.badCodes", ["variable": name])
      }
      let places = zip(names, names.indices).map { ($0, $1) }
      keys.append(PXKey(variable: name, places: Dictionary(uniqueKeysWithValues: places)))
    }
    guard !keys.isEmpty else { throw problems("px.keys", ["variable": "STUB"]) }
    return keys
  }

  private func problems(
    _ key: String, _ arguments: [String: String] = [:], _ offset: Int? = nil
  ) -> Problems {
    let position = offset.map { TextEncoding.position(of: min($0, bytes.count), in: bytes.span) }
    return Problems([Problem(key, arguments: arguments, file: file, position: position)])
  }
}
