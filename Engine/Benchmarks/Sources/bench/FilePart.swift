import SurveyStatistics

/// Room for a part of a file's rows, which is read again and again by one thread at a time.
final class FilePart: @unchecked Sendable {
  private(set) var rows: OrderedRows
  /// Processor seconds that parsing took so far.
  private(set) var seconds = 0.0
  private let workload: Workload
  private var block = AnswerBlock()
  private var range = 0..<0

  init(_ workload: Workload) throws {
    self.workload = workload
    rows = try OrderedRows(shape: workload.shape)
  }

  /// Reads and orders the rows of some bytes of the file.
  ///
  /// - Throws: a `BenchError` or a `TallyError`.
  func read(_ range: Range<Int>) throws {
    rows.removeAll()
    workload.file.file.release(self.range)
    self.range = range
    var reader = SurveyReader(
      workload.file, range: range, isClustered: workload.design == .clusters)
    while !reader.isDone {
      let start = Used.threadSeconds
      try reader.read(into: &block)
      seconds += Used.threadSeconds - start
      if rows.rowCount == 0 { rows.reserveCapacity(reader.estimatedRows(block.rowCount)) }
      try rows.append(block)
    }
    rows.sort()
  }
}
