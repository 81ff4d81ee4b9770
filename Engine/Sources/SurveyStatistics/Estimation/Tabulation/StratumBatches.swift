/// Strata in a row whose rows are put together at the same time.
///
/// A batch has strata enough that threads seldom wait for each other, and rows few enough to stay in
/// the caches; one thread alone waits for nobody and takes one stratum after the other.
enum StratumBatches {
  private static let enoughRows = 1 << 15

  /// - Parameters:
  ///   - rows: how many rows each stratum has.
  ///   - workers: among whom the strata of a batch are shared.
  /// - Returns: all strata, batch by batch.
  static func ranges(rows: [Int], workers: Workers) -> [Range<Int>] {
    let enough = workers.count == 1 ? 0 : enoughRows
    var (batches, start, sum) = ([Range<Int>](), 0, 0)
    for (stratum, count) in rows.enumerated() {
      sum += count
      let end = stratum + 1
      let isEnough = end - start >= workers.pieces && sum >= enough
      guard isEnough || end == rows.count else { continue }
      batches.append(start..<end)
      (start, sum) = (end, 0)
    }
    return batches
  }
}
