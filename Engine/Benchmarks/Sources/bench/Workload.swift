import SurveyStatistics

/// The workload: a file in, all items by everyone, each dimension and every two crossed, out.
struct Workload: Sendable {
  let file: SurveyFile
  /// What the first rows show; wider when a later row has a larger code.
  private(set) var shape: TabulationShape
  /// How the sample was drawn.
  let design: Design
  var threads = 1
  /// How many dimensions are crossed at most.
  var crossed = 2

  enum Design: String, Sendable {
    /// Persons within strata, without replacement.
    case elements
    /// Primary units within strata, with replacement.
    case clusters
    /// Persons, with weights that reproduce the sizes of areas and of sexes by ages.
    case calibrated
  }

  /// What it took, in processor seconds.
  struct Cost: Sendable {
    var parse = 0.0
    var tally = 0.0
    var finish = 0.0
    /// Of the thread that had most to do, one step after the other.
    var longest = 0.0
    var wall = 0.0
    var compute: Double { tally + finish }
  }

  init(path: String, design: Design = .elements, threads: Int = 1) throws {
    file = try SurveyFile(path: path)
    shape = try file.sampledShape()
    self.threads = threads
    self.design = design
  }

  /// Every crossing of so many dimensions and fewer.
  var breakdowns: [Breakdown] {
    var breakdowns = [Breakdown([])]
    var last = breakdowns
    for _ in 0..<crossed {
      last = last.flatMap { breakdown in
        ((breakdown.dimensions.last ?? -1) + 1..<max(shape.dimensionSizes.count, 1)).map {
          Breakdown(breakdown.dimensions + [$0])
        }
      }
      breakdowns.append(contentsOf: last)
    }
    return breakdowns
  }

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
    let longest = parts.map { $0.1.parse + $0.1.tally }.max() ?? 0
    // Taken out, so that it is not copied when it changes.
    var tally = parts.removeFirst().0
    for part in parts { try tally.merge(part.0) }
    let merge = Used.threadSeconds - start
    let made = try await tables(of: tally)
    cost.finish = merge + made.times.reduce(0, +)
    cost.longest = longest + merge + (made.times.max() ?? 0)
    cost.wall = Used.wallSeconds - begin
    return (made.tables, cost, tally.rowCount)
  }

  /// The tables of all breakdowns, and the processor seconds of each thread.
  private func tables(
    of tally: SurveyTally
  ) async throws -> (tables: [[TabulatedItem]], times: [Double]) {
    let calibrated = design == .calibrated ? try tally.calibrated(to: margins(tally)) : nil
    // Every so many, the largest first, so that all threads have as much to do.
    let order = breakdowns.indices.sorted { size(breakdowns[$0]) > size(breakdowns[$1]) }
    // Primary units are read once for all breakdowns.
    let threads = design == .clusters ? 1 : threads
    let shares = (0..<threads).map { thread in
      stride(from: thread, to: order.count, by: threads).map { order[$0] }.sorted()
    }
    var tables = [[TabulatedItem]](repeating: [], count: breakdowns.count)
    var times: [Double] = []
    try await withThrowingTaskGroup(of: ([Int], [[TabulatedItem]], Double).self) { group in
      for share in shares {
        group.addTask {
          let start = Used.threadSeconds
          let own = share.map { breakdowns[$0] }
          let made = try calibrated?.tables(in: own) ?? tally.tables(in: own)
          return (share, made, Used.threadSeconds - start)
        }
      }
      for try await (share, made, time) in group {
        for (place, table) in zip(share, made) { tables[place] = table }
        times.append(time)
      }
    }
    return (tables, times)
  }

  private func size(_ breakdown: Breakdown) -> Int {
    breakdown.dimensions.reduce(1) { $0 * shape.dimensionSizes[$1] }
  }

  /// Made-up sizes of the first dimension, and of the second by the third: near those estimated.
  private func margins(_ tally: SurveyTally) throws -> [TallyMargin] {
    let breakdowns = [Breakdown([0]), Breakdown([1, 2])]
    let population = try tally.weightedSizes(of: Breakdown([]))[0].rounded()
    return try breakdowns.map { breakdown in
      let sizes = try tally.weightedSizes(of: breakdown).enumerated().map {
        $1 * (1 + 0.02 * Double($0 % 5))
      }
      let scale = population / sizes.reduce(0, +)
      return TallyMargin(
        name: "\(breakdown.dimensions)", breakdown: breakdown, totals: sizes.map { $0 * scale })
    }
  }

  private func tally(_ range: Range<Int>) throws -> (SurveyTally, Cost) {
    var (tally, cost) = (try SurveyTally(shape: shape, isClustered: design == .clusters), Cost())
    var reader = SurveyReader(file, range: range, isClustered: design == .clusters)
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
