/// The two building blocks of probabilities without cancellation.
///
/// Source: Loader, *Fast and accurate computation of binomial probabilities*, 2000.
enum Stirling {
  /// log Γ(n + 1) − log(√(2πn) (n/e)ⁿ): the error of Stirling's formula, for n > 0.
  static func error(_ n: Double) -> Double {
    var (n, shift) = (n, 0.0)
    // δ(n) = δ(n + 1) + (n + ½) log(1 + 1/n) − 1 carries small n to where the series is exact.
    while n < 16 {
      shift += (n + 0.5) * Elementary.log1p(1 / n) - 1
      n += 1
    }
    let s = 1 / (n * n)
    let series =
      1.0 / 12 - s
      * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s * (1.0 / 1188 - s * 691.0 / 360360))))
    return shift + series / n
  }

  /// x · log(x / m) + m − x, for positive numbers, exact also when x is near m.
  static func deviance(_ x: Double, _ m: Double) -> Double {
    guard (x - m).magnitude < 0.1 * (x + m) else { return x * Elementary.log(x / m) + m - x }
    let v = (x - m) / (x + m)
    var sum = (x - m) * v
    var term = 2 * x * v
    for step in 1...1000 {
      term *= v * v
      let next = sum + term / (2 * Double(step) + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }
}
