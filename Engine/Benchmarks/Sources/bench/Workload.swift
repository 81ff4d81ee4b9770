import SurveyStatistics

/// The workload: a file in, all items by everyone, each dimension and every two crossed, out.
struct Workload: Sendable {
  let file: SurveyFile
  /// What the first rows show; wider when a later row has a larger code.
  private(set) var shape: TabulationShape
  var isClustered = false
  var threads = 1

  /// What it took, in processor seconds.
  struct Cost: Sendable {
    var parse = 0.0
    var tally = 0.0
    var finish = 0.0
    var wall = 0.0
    var compute: Double { tally + finish }
  }

  init(path: String, isClustered: Bool = false, threads: Int = 1) throws {
    file = try SurveyFile(path: path)
    shape = try file.sampledShape()
    self.threads = threads
    self.isClustered = isClustered
  }

  var breakdowns: [Breakdown] { Breakdown.upToTwo(of: shape.dimensionSizes.count) }

  /// The tables, with what they took.
  mutating func tables() async throws -> (tables: [[TabulatedItem]], cost: Cost, rows: Int) {
    while true {
      do {
        return try await tablesOfShape()
      } catch TallyError.codeOutOfRange(_, let place, let code, _) {
        shape = shape.widened(place, to: code)
      }
    }
  }

  private func tablesOfShape() async throws -> (tables: [[TabulatedItem]], cost: Cost, rows: Int) {
    let begin = Used.wallSeconds
    var parts: [(SurveyTally, Cost)] = []
    try await withThrowingTaskGroup(of: (SurveyTally, Cost).self) { group in
      for range in file.parts(threads) { group.addTask { try self.tally(range) } }
      for try await part in group { parts.append(part) }
    }
    var cost = Cost()
    for part in parts {
      cost.parse += part.1.parse
      cost.tally += part.1.tally
    }
    let start = Used.threadSeconds
    var tally = parts[0].0
    for part in parts.dropFirst() { try tally.merge(part.0) }
    let tables = try tally.tables(in: breakdowns)
    cost.finish = Used.threadSeconds - start
    cost.wall = Used.wallSeconds - begin
    return (tables, cost, tally.rowCount)
  }

  private func tally(_ range: Range<Int>) throws -> (SurveyTally, Cost) {
    var (tally, cost) = (try SurveyTally(shape: shape, isClustered: isClustered), Cost())
    var reader = SurveyReader(file, range: range, isClustered: isClustered)
    var start = Used.threadSeconds
    while try reader.next() {
      let read = Used.threadSeconds
      try tally.add(reader.block)
      cost.parse += read - start
      start = Used.threadSeconds
      cost.tally += start - read
    }
    return (tally, cost)
  }
}

extension TabulationShape {
  /// The shape with one dimension or item of another size.
  fileprivate func widened(_ place: Int, to size: Int) -> TabulationShape {
    var sizes = dimensionSizes + itemSizes
    sizes[place] = size
    return TabulationShape(
      dimensionSizes: Array(sizes[..<dimensionSizes.count]),
      itemSizes: Array(sizes[dimensionSizes.count...]))
  }
}
