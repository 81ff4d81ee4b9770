/// What the spread within each stratum is multiplied by.
///
/// | symbol | meaning                                     |
/// |--------|---------------------------------------------|
/// | k₁     | (1 − n/N)·n/(n − 1), of the sum of squares  |
/// | k₂     | (1 − n/N)/(n − 1), of the square of the sum |
struct StratumFactors: Sendable {
  /// k₁; of a stratum of one unit 0, or 1 − n/N where it counts by its distance from the mean of all.
  private(set) var ofSquares: [Double] = []
  /// k₂.
  private(set) var ofSums: [Double] = []

  /// - Parameters:
  ///   - sampledUnits: n of each stratum.
  ///   - corrections: 1 − n/N, times what of this stage's variance counts.
  ///   - countsLonely: whether a stratum of one unit counts by its distance from the mean of all
  ///     units. That mean is 0 for the linearised values of a proportion, which sum to 0 over its
  ///     domain as long as no adjustment of the weights takes anything out of them.
  init(sampledUnits: [Int], corrections: [Double], countsLonely: Bool = false) {
    for (count, correction) in zip(sampledUnits, corrections) {
      let n = Double(count)
      ofSquares.append(count > 1 ? correction * n / (n - 1) : countsLonely ? correction : 0)
      ofSums.append(count > 1 ? correction / (n - 1) : 0)
    }
  }

  init(_ layout: StageLayout, countsLonely: Bool = false) {
    let strata = 0..<layout.stratumCount
    self.init(
      sampledUnits: strata.map(layout.sampledUnits),
      corrections: strata.map {
        // Also of one unit.
        layout.isDrawnWhole($0) ? 0 : layout.populationCorrection($0) * layout.multipliers[$0]
      }, countsLonely: countsLonely)
  }
}
