/// What the spread within each stratum is multiplied by.
///
/// | symbol | meaning                                     |
/// |--------|---------------------------------------------|
/// | k₁     | (1 − n/N)·n/(n − 1), of the sum of squares  |
/// | k₂     | (1 − n/N)/(n − 1), of the square of the sum |
struct StratumFactors: Sendable {
  /// k₁; 0 in a stratum of one unit, which must be the whole of it.
  private(set) var ofSquares: [Double] = []
  /// k₂.
  private(set) var ofSums: [Double] = []

  /// - Parameters:
  ///   - sampledUnits: n of each stratum.
  ///   - corrections: 1 − n/N, times what of this stage's variance counts.
  init(sampledUnits: [Int], corrections: [Double]) {
    for (count, correction) in zip(sampledUnits, corrections) {
      let n = Double(count)
      ofSquares.append(count > 1 ? correction * n / (n - 1) : 0)
      ofSums.append(count > 1 ? correction / (n - 1) : 0)
    }
  }

  init(_ layout: StageLayout) {
    let strata = 0..<layout.stratumCount
    self.init(
      sampledUnits: strata.map(layout.sampledUnits),
      corrections: strata.map { layout.populationCorrection($0) * layout.multipliers[$0] })
  }
}
