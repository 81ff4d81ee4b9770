/// The variance of a mean if the same answers had come from simple random sampling.
struct SimpleRandomVariance {
  /// Sampling without replacement from Σw persons; R: `deff = TRUE`.
  let withoutReplacement: Double
  /// Sampling with replacement; R: `deff = "replace"`.
  let withReplacement: Double

  /// From the spread of the answers.
  ///
  ///     v = s²/n · (1 − n/Σw)   and   s²/n,   with   s² = n/(n − 1) · Σw(y − ȳ)² / Σw
  ///
  /// - Parameters:
  ///   - spread: Σw(y − ȳ)²/Σw.
  ///   - count: n, the answers with a weight other than 0.
  ///   - weight: Σw; less than n when weights are scaled so: then one of them is NaN.
  init(spread: Double, count: Int, weight: Double) {
    let n = Double(count)
    withReplacement = count > 1 ? spread / (n - 1) : .nan
    withoutReplacement = weight < n ? .nan : withReplacement * (weight - n) / weight
  }

  private init(withoutReplacement: Double, withReplacement: Double) {
    self.withoutReplacement = withoutReplacement
    self.withReplacement = withReplacement
  }

  /// That of the mean times a number: of a total, when the number is Σw.
  func scaled(by factor: Double) -> SimpleRandomVariance {
    SimpleRandomVariance(
      withoutReplacement: withoutReplacement * factor * factor,
      withReplacement: withReplacement * factor * factor)
  }
}
