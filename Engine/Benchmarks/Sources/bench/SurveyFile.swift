import SurveyStatistics

/// A survey's answers as comma-separated values, one row for each respondent.
///
/// The first columns are `year`, `stratum`, `psu`, `Nh` and `weight` in any order, then come the
/// dimensions, then the items `q1`, `q2`, …; codes start at 1 and an empty field is a missing
/// answer.
struct SurveyFile: Sendable {
  enum Role: Sendable { case ignored, stratum, primaryUnit, populationSize, weight }

  let file: MappedFile
  /// The columns before the dimensions.
  let roles: [Role]
  let dimensions: [String]
  let items: [String]
  /// Where the rows begin.
  let firstRow: Int

  init(path: String) throws {
    file = try MappedFile(path: path)
    var end = 0
    while end < file.count, file.bytes[end] != UInt8(ascii: "\n") { end += 1 }
    let header = String(decoding: UnsafeBufferPointer(start: file.bytes, count: end), as: UTF8.self)
    firstRow = end + 1
    let known: [String: Role] = [
      "year": .ignored, "stratum": .stratum, "psu": .primaryUnit, "Nh": .populationSize,
      "weight": .weight,
    ]
    var (roles, dimensions, items): ([Role], [String], [String]) = ([], [], [])
    for name in header.split(whereSeparator: { $0 == "," || $0 == "\r" }).map(String.init) {
      if let role = known[name] {
        guard dimensions.isEmpty, items.isEmpty else { throw BenchError("\(name) comes too late") }
        roles.append(role)
      } else if name.first == "q", Int(name.dropFirst()) != nil {
        items.append(name)
      } else {
        guard items.isEmpty else { throw BenchError("\(name) comes too late") }
        dimensions.append(name)
      }
    }
    guard roles.contains(where: { $0 == .weight }), !items.isEmpty else {
      throw BenchError("\(path) lacks a weight or items")
    }
    (self.roles, self.dimensions, self.items) = (roles, dimensions, items)
  }

  /// The largest code of each dimension and item among the first rows.
  func sampledShape(rows: Int = 1000) throws -> TabulationShape {
    var reader = SurveyReader(self, range: firstRow..<file.count, capacity: rows)
    var block = AnswerBlock()
    try reader.read(into: &block)
    let width = dimensions.count + items.count
    var largest = [UInt8](repeating: 1, count: width)
    for (place, code) in block.codes.enumerated() {
      largest[place % width] = max(largest[place % width], code)
    }
    return TabulationShape(
      dimensionSizes: largest[..<dimensions.count].map(Int.init),
      itemSizes: largest[dimensions.count...].map(Int.init))
  }

  /// The beginning of the first line at a place or after it.
  func lineStart(from place: Int) -> Int {
    var place = place
    while place < file.count, file.bytes[place - 1] != UInt8(ascii: "\n") { place += 1 }
    return place
  }
}
