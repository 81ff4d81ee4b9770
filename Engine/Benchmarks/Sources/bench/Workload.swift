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
  mutating func tables() throws -> (tables: [[TabulatedItem]], cost: Cost, rows: Int) {
    while true {
      do {
        return try tablesOfShape()
      } catch TallyError.codeOutOfRange(_, let place, let code, _) {
        shape = shape.widened(place, to: code)
      }
    }
  }

  private func tablesOfShape() throws -> (tables: [[TabulatedItem]], cost: Cost, rows: Int) {
    let (begin, spent) = (Used.wallSeconds, Used.processSeconds)
    let crew = Crew(count: threads)
    let workers = crew.workers
    var tally = try SurveyTally(shape: shape, isClustered: design == .clusters)
    let parts = try (0..<workers.count).map { _ in try FilePart(self) }
    var rounds = Rounds(file, parts: parts.count)
    while let ranges = rounds.next() {
      let read = workers.map(parts.count) { part in Result { try parts[part].read(ranges[part]) } }
      for result in read { try result.get() }
      try tally.add(parts.map(\.rows), workers: workers)
    }
    var cost = Cost()
    cost.parse = parts.reduce(0) { $0 + $1.seconds }
    let tallied = Used.processSeconds
    let tables = try tables(of: tally, workers)
    let end = Used.processSeconds
    cost.finish = end - tallied
    cost.tally = tallied - spent - cost.parse
    cost.longest = crew.longest(of: end - spent)
    cost.wall = Used.wallSeconds - begin
    return (tables, cost, tally.rowCount)
  }

  private func tables(of tally: SurveyTally, _ workers: Workers) throws -> [[TabulatedItem]] {
    guard design == .calibrated else { return try tally.tables(in: breakdowns, workers: workers) }
    return try tally.calibrated(to: margins(tally)).tables(in: breakdowns, workers: workers)
  }

  /// Made-up sizes of the first dimension, and of the second by the third: near those estimated.
  func margins(_ tally: SurveyTally) throws -> [TallyMargin] {
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
