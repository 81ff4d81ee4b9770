import SurveyStatistics

/// What one thread does: it reads its part of the rows, and counts its items in all of them.
///
/// So the threads never wait for a lock, nothing is merged, and the figures are those of one thread
/// to the last bit. A class, since a tally that two places hold is copied when it changes; only one
/// task at a time has it.
final class Worker: @unchecked Sendable {
  private(set) var tally: SurveyTally
  private(set) var read: [AnswerBlock] = []
  private(set) var tables: [[TabulatedItem]] = []
  private(set) var cost = Workload.Cost()
  private let workload: Workload

  init(_ workload: Workload, items: Range<Int>) throws {
    self.workload = workload
    tally = try SurveyTally(
      shape: workload.shape, isClustered: workload.design == .clusters, items: items)
  }

  /// Reads a part of the file and adds rows.
  ///
  /// - Parameters:
  ///   - part: what to read; `nil` when there is nothing left.
  ///   - blocks: the rows to add, which all workers read in the step before; `nil` for those that
  ///     this one, being alone, reads now.
  /// - Throws: a `BenchError` or a `TallyError`.
  func step(part: Range<Int>?, blocks: [AnswerBlock]?) throws {
    read = []
    if let part {
      var reader = SurveyReader(
        workload.file, range: part, isClustered: workload.design == .clusters)
      while !reader.isDone {
        let start = Used.threadSeconds
        try reader.next()
        cost.parse += Used.threadSeconds - start
        if blocks == nil { try add(reader.block) } else { read.append(reader.block) }
      }
    }
    for block in blocks ?? [] { try add(block) }
  }

  private func add(_ block: AnswerBlock) throws {
    let start = Used.threadSeconds
    try tally.add(block)
    cost.tally += Used.threadSeconds - start
  }

  /// Makes the tables of its items.
  func finish(in breakdowns: [Breakdown]) throws {
    let start = Used.threadSeconds
    if workload.design == .calibrated {
      tables = try tally.calibrated(to: workload.margins(tally)).tables(in: breakdowns)
    } else {
      tables = try tally.tables(in: breakdowns)
    }
    cost.finish += Used.threadSeconds - start
  }
}

/// A file's rows a few thousand at a time, as many parts as there are threads, in order.
struct Rounds {
  private let file: SurveyFile
  private let threads: Int
  private let partLength: Int
  private var place: Int

  /// Parts of some three thousand rows of sixty items, which stay in the caches of both threads.
  init(_ file: SurveyFile, threads: Int, partLength: Int = 1 << 19) {
    (self.file, self.threads) = (file, threads)
    place = file.firstRow
    self.partLength = min(partLength, (file.file.count - file.firstRow) / threads + 1)
  }

  var isDone: Bool { place >= file.file.count }

  /// The next parts, some of them perhaps empty; none at the end.
  mutating func next() -> [Range<Int>] {
    if isDone { return [] }
    return (0..<threads).map { _ in
      let start = place
      place = file.lineStart(from: min(start + partLength, file.file.count))
      return start..<place
    }
  }
}
