/// A table's dimensions: which of the columns divide the respondents, outermost first.
///
/// Its domains are numbered with the last dimension fastest; no dimension means everyone.
public struct Breakdown: Sendable, Hashable {
  /// Places in the list of dimensions.
  public let dimensions: [Int]

  /// Makes a breakdown.
  public init(_ dimensions: [Int]) {
    self.dimensions = dimensions
  }

  /// Everyone, each of some dimensions alone, and every two of them crossed.
  public static func upToTwo(of count: Int) -> [Breakdown] {
    [Breakdown([])] + (0..<count).map { Breakdown([$0]) }
      + (0..<count).flatMap { a in (a + 1..<max(count, a + 1)).map { Breakdown([a, $0]) } }
  }

  /// Pairs of domains that differ in one dimension only, in families by what they have in common.
  func families(sizes: [Int]) -> [[(Int, Int)]] {
    let sizes = dimensions.map { sizes[$0] }
    var families: [[(Int, Int)]] = []
    for (place, size) in sizes.enumerated() {
      let step = sizes[(place + 1)...].reduce(1, *)
      for outer in 0..<sizes[..<place].reduce(1, *) {
        for inner in 0..<step {
          let first = outer * size * step + inner
          families.append(
            (0..<size).flatMap { a in
              (a + 1..<max(size, a + 1)).map { (first + a * step, first + $0 * step) }
            })
        }
      }
    }
    return families
  }
}
