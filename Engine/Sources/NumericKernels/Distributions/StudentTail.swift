/// The two-sided p of Student's t for many values with the same degrees of freedom, fast.
///
/// Up to some t by the Taylor series of the distribution about the nearest of many nodes, which is
/// right to 12 digits or more; beyond by the incomplete beta function.
///
///     p(t + d) = p(t) − 2·Σⱼ cⱼ·dʲ⁺¹/(j + 1),   f(t + d) = Σⱼ cⱼ·dʲ
///
/// The coefficients follow from (n + t²)·f' = −(n + 1)·t·f, which the density f satisfies; what it
/// must be multiplied by, from the exact p at the last node.
public struct StudentTail: Sendable {
  /// How far the series go.
  public enum Reach: Sendable {
    /// To t = 8, with 129 nodes, which some hundred values are worth.
    case near
    /// To t = 32, with 1,025 nodes, which ten thousand values are worth.
    case far
  }

  private static let terms = 13

  private let degreesOfFreedom: Double
  private let reach: Double
  private let nodesPerUnit: Double
  /// Node by node p and then what the powers of d are multiplied by; none when p is not finite.
  private var series: [Double] = []

  /// Prepares for some degrees of freedom.
  ///
  /// - Parameters:
  ///   - degreesOfFreedom: above 0; infinite ones are the normal distribution's.
  ///   - reach: how far the series go; beyond, p is as exact but takes longer.
  public init(degreesOfFreedom: Double, reach: Reach = .near) {
    self.degreesOfFreedom = degreesOfFreedom
    // Where the density falls faster, nodes stand closer.
    (self.reach, nodesPerUnit) = reach == .near ? (8, 16) : (32, 32)
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return }
    let nodes = Int(self.reach * nodesPerUnit) + 1
    series.reserveCapacity(nodes * (Self.terms + 1))
    for node in 0..<nodes { appendTerms(Double(node) / nodesPerUnit) }
    accumulate(nodes)
  }

  /// The terms of a node, for a density that is 1 at t = 0; its p is not known yet.
  private mutating func appendTerms(_ t: Double) {
    let n = degreesOfFreedom
    let factor = 1 / (n + t * t)
    var (previous, c) = (0.0, Elementary.exp(-(n + 1) / 2 * Elementary.log1p(t * t / n)))
    series.append(0)
    for term in 0..<Self.terms {
      let j = Double(term)
      series.append(c / (j + 1))
      let next = -((n + 1 + 2 * j) * t * c + (n + j) * previous) * factor / (j + 1)
      (previous, c) = (c, next)
    }
  }

  /// Sums what lies between the nodes, from the last one down, so that small p stay exact.
  private mutating func accumulate(_ nodes: Int) {
    let width = Self.terms + 1
    let half = 0.5 / nodesPerUnit
    var beyond = [0.0]
    for node in stride(from: nodes - 1, to: 0, by: -1) {
      let mass = sum((node - 1) * width, half) - sum(node * width, -half)
      beyond.append(beyond[beyond.count - 1] + mass)
    }
    let last = StudentDistribution.twoSidedP(reach, degreesOfFreedom: degreesOfFreedom)
    let scale = (1 - last) / beyond[nodes - 1]
    for node in 0..<nodes {
      for place in node * width..<(node + 1) * width { series[place] *= -scale }
      series[node * width] = last + scale * beyond[nodes - 1 - node]
    }
  }

  /// Σⱼ cⱼ·dʲ⁺¹/(j + 1) of the node whose series starts at a place; its first number is still 0.
  private func sum(_ start: Int, _ d: Double) -> Double {
    series[start...start + Self.terms].reversed().reduce(0) { $0 * d + $1 }
  }

  /// P(|T| ≥ |t|); NaN when t or the degrees of freedom are undefined.
  public func twoSidedP(_ t: Double) -> Double {
    twoSidedP([t])[0]
  }

  /// P(|T| ≥ |t|) of many t, in their order; NaN where t or the degrees of freedom are undefined.
  public func twoSidedP(_ values: [Double]) -> [Double] {
    [Double](unsafeUninitializedCapacity: values.count) { p, count in
      series.withUnsafeBufferPointer { series in
        for (place, value) in values.enumerated() {
          let t = value.magnitude
          // Also where t is not a number.
          guard t <= reach, !series.isEmpty else {
            p[place] = StudentDistribution.twoSidedP(t, degreesOfFreedom: degreesOfFreedom)
            continue
          }
          let node = (t * nodesPerUnit + 0.5).rounded(.down)
          let d = t - node / nodesPerUnit
          let start = Int(node) * (Self.terms + 1)
          var sum = series[start + Self.terms]
          for term in stride(from: Self.terms - 1, through: 0, by: -1) {
            sum = sum * d + series[start + term]
          }
          p[place] = sum
        }
      }
      count = values.count
    }
  }
}
