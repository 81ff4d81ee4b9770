/// How far shares from samples of different sizes may lie from a common share by chance alone.
///
///     p̄ = Σ nᵢ·pᵢ / Σ nᵢ        limits: p̄ ± z · √(p̄(1 − p̄) / n)
///
/// | symbol | unit     | meaning                                            |
/// |--------|----------|----------------------------------------------------|
/// | pᵢ     | [0, 1]   | the share of one place                             |
/// | nᵢ     | answers  | behind it; at least 1                              |
/// | z      | –        | 1.96 for 95 %, 3.09 for 99.8 % of all by chance    |
///
/// Weights make samples worth less than their size, so the limits are the narrowest that they can
/// be. Source: Spiegelhalter, *Funnel plots for comparing institutional performance*, Statistics
/// in Medicine 24 (2005), with the normal approximation to the binomial.
package struct FunnelLimits: Sendable, Hashable {
  /// p̄.
  package let center: Double

  /// `nil` without a share that has a base.
  package init?(_ values: [PlaceValue]) {
    let known = values.compactMap { value in
      value.base.flatMap { $0 > 0 ? (share: value.value, base: Double($0)) : nil }
    }
    let total = known.reduce(0) { $0 + $1.base }
    guard total > 0 else { return nil }
    center = known.reduce(0) { $0 + $1.share * $1.base } / total
  }

  package enum Level: Sendable, Hashable, CaseIterable {
    case ninetyFive, almostAll
    fileprivate var z: Double {
      switch self {
      case .ninetyFive: 1.959963984540054
      case .almostAll: 3.090232306167813
      }
    }
  }

  /// Between which shares a sample of n answers lies by chance, within [0, 1].
  package func range(_ level: Level, n: Double) -> ClosedRange<Double> {
    guard n > 0 else { return 0...1 }
    let half = level.z * (center * (1 - center) / n).squareRoot()
    return max(0, center - half)...min(1, center + half)
  }
}
