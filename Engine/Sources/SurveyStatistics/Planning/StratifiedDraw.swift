import NumericKernels

/// A sample drawn from a frame: without replacement, and the same again for the same seed.
public struct StratifiedDraw: Sendable, Hashable {
  /// The drawn rows of the frame, ascending; rows are counted from 0.
  public let rows: [Int]
  /// The inclusion probability n/N of each drawn row, in (0, 1].
  public let inclusionProbabilities: [Double]

  /// The design weight N/n of each drawn row, persons.
  public var designWeights: [Double] { inclusionProbabilities.map { 1 / $0 } }

  /// Draws a simple random sample in each stratum.
  ///
  /// Each stratum has a stream of random numbers of its own, so that the draw in one does not
  /// depend on the others; and a larger sample from the same frame and seed holds the smaller one,
  /// so that a sample can be added to.
  ///
  /// - Parameters:
  ///   - strata: the stratum of each row of the frame; the order of the rows matters.
  ///   - sampleSizes: how many to draw in each stratum, by its code; none where it is not named.
  ///   - seed: of the draw; keep it with the sample.
  /// - Throws: ``PlanningError/noSuchStratum(stratum:)``;
  ///   ``PlanningError/stratumTooSmall(stratum:wanted:available:)``;
  ///   ``PlanningError/outOfRange(name:value:)`` for a sample size below 0.
  ///
  /// Source: Fisher and Yates's shuffle, in Knuth, *The Art of Computer Programming*, volume 2,
  /// algorithm P. Golden values: `Golden/planning/draw.csv`, the same draw written out in Python.
  public init(
    strata: [Int32], sampleSizes: [Int32: Int], seed: UInt64
  ) throws(PlanningError) {
    let members = Dictionary(grouping: strata.indices) { strata[$0] }
    var drawn: [(row: Int, probability: Double)] = []
    for (stratum, size) in sampleSizes.sorted(by: { $0.key < $1.key }) {
      guard var pool = members[stratum] else {
        if size == 0 { continue }
        throw .noSuchStratum(stratum: stratum)
      }
      try require(size >= 0, "sampleSize", Double(size))
      guard size <= pool.count else {
        throw .stratumTooSmall(stratum: stratum, wanted: size, available: pool.count)
      }
      var random = SeededRandom(seed: Self.seed(seed, of: stratum))
      let probability = Double(size) / Double(pool.count)
      for place in 0..<size {
        pool.swapAt(place, place + random.uniform(below: pool.count - place))
        drawn.append((pool[place], probability))
      }
    }
    drawn.sort { $0.row < $1.row }
    rows = drawn.map(\.row)
    inclusionProbabilities = drawn.map(\.probability)
  }

  /// A seed for each stratum: the first number of the stream of both.
  private static func seed(_ seed: UInt64, of stratum: Int32) -> UInt64 {
    var random = SeededRandom(
      seed: seed ^ (UInt64(UInt32(bitPattern: stratum)) &* 0x9E37_79B9_7F4A_7C15))
    return random.next()
  }
}
