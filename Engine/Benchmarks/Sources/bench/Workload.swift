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
    let workers = try itemShares.map { try Worker(self, items: $0) }
    var rounds = Rounds(file, threads: threads)
    var read: [AnswerBlock] = []
    while !read.isEmpty || !rounds.isDone {
      // Each reads its part of the next rows and adds all of the last ones, in order.
      let (parts, blocks) = (rounds.next(), threads == 1 ? nil : read)
      try await together(workers) { place, worker in
        try worker.step(part: parts.isEmpty ? nil : parts[place], blocks: blocks)
      }
      read = workers.flatMap(\.read)
    }
    try await together(workers) { try $1.finish(in: breakdowns) }
    var cost = Cost()
    for worker in workers {
      cost.parse += worker.cost.parse
      cost.tally += worker.cost.tally
      cost.finish += worker.cost.finish
    }
    cost.longest = workers.map { $0.cost.parse + $0.cost.compute }.max() ?? 0
    cost.wall = Used.wallSeconds - begin
    let tables = breakdowns.indices.map { place in workers.flatMap { $0.tables[place] } }
    return (tables, cost, workers[0].tally.rowCount)
  }

  /// Items for each thread, so that all have about as many categories.
  private var itemShares: [Range<Int>] {
    let figures = shape.itemSizes.reduce(0, +)
    var (shares, start, sum): ([Range<Int>], Int, Int) = ([], 0, 0)
    for (item, size) in shape.itemSizes.enumerated() {
      sum += size
      let isLast = item == shape.itemSizes.count - 1
      if isLast || (shares.count < threads - 1 && sum * threads >= figures * (shares.count + 1)) {
        shares.append(start..<item + 1)
        start = item + 1
      }
    }
    while shares.count < threads { shares.append(start..<start) }
    return shares
  }

  /// Lets every worker do something, each on a thread.
  private func together(
    _ workers: [Worker], _ body: @escaping @Sendable (Int, Worker) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (place, worker) in workers.enumerated() {
        group.addTask { try body(place, worker) }
      }
      try await group.waitForAll()
    }
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
