/// The distribution of a weighted sum of independent chi-squared variables: Q = Σ λⱼ·χ²(nⱼ).
///
/// Weights may be negative, so that ratios such as F can be asked about too.
public struct ChiSquaredMixture: Sendable {
  /// λ, one for each term; of either sign.
  public var weights: [Double]
  /// n, one for each term; 1 or more.
  public var degreesOfFreedom: [Int]

  /// Makes the distribution from its terms: as many weights as degrees of freedom.
  public init(weights: [Double], degreesOfFreedom: [Int]) {
    self.weights = weights
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value above c.
  ///
  /// - Parameters:
  ///   - c: any number.
  ///   - accuracy: the largest error wanted when a weight is not above 0; else it is nearly exact.
  ///   - limit: the most terms of the integration.
  /// - Returns: the probability, in [0, 1] but for that error; NaN when it cannot be reached.
  ///
  /// Source: Davies, *Algorithm AS 155: The distribution of a linear combination of χ² random
  /// variables*, 1980; Ruben, *Probability content of regions under spherical normal
  /// distributions, IV*, 1962, for positive weights.
  /// R: `CompQuadForm::davies`, and `farebrother` for positive weights.
  public func upperTail(_ c: Double, accuracy: Double = 1e-7, limit: Int = 10_000) -> Double {
    if weights.allSatisfy({ $0 > 0 }) { return positiveTail(c) }
    var integration = DaviesIntegration(self, c: c, accuracy: accuracy, limit: limit)
    return integration.distribution().map { 1 - $0 } ?? .nan
  }

  /// A mixture of chi-squared tails: Σ cₖ · P(χ²(n + 2k) > c/β), with β the smallest weight.
  ///
  /// Source: Ruben, *Probability content of regions under spherical normal distributions, IV*, 1962.
  private func positiveTail(_ c: Double) -> Double {
    guard c > 0, let smallest = weights.min() else { return 1 }
    let terms = zip(weights, degreesOfFreedom.map(Double.init))
    let n = terms.reduce(0) { $0 + $1.1 }
    var shares = [terms.reduce(1) { $0 * Elementary.pow(smallest / $1.0, $1.1 / 2) }]
    var powers: [Double] = []
    var (left, tail) = (1 - shares[0], 0.0)
    for k in 0..<20_000 {
      tail +=
        shares[k]
        * ChiSquaredDistribution.upperTail(c / smallest, degreesOfFreedom: n + 2 * Double(k))
      if left < 1e-17 { break }
      let order = Double(k + 1)
      powers.append(terms.reduce(0) { $0 + $1.1 * Elementary.pow(1 - smallest / $1.0, order) } / 2)
      let next = (0...k).reduce(0) { $0 + powers[k - $1] * shares[$1] } / order
      if next < 1e-18, k > 50 { break }
      shares.append(next)
      left -= next
    }
    return min(tail, 1)
  }
}

/// One run of Davies's algorithm; the names in it are those of the published algorithm.
private struct DaviesIntegration {
  private let lambda: [Double]
  private let n: [Double]
  private let c: Double
  private let accuracy: Double
  private let limit: Double
  private var sigmaSquared = 0.0
  private var mean = 0.0
  private var (largest, smallest) = (0.0, 0.0)
  private var integral = 0.0
  private var rounds = 0
  private var isBeyondLimit: Bool { Double(rounds) > limit }
  /// As published, with 15 digits.
  private let pi = 3.14159265358979

  init(_ mixture: ChiSquaredMixture, c: Double, accuracy: Double, limit: Int) {
    lambda = mixture.weights
    n = mixture.degreesOfFreedom.map(Double.init)
    self.c = c
    self.accuracy = accuracy
    self.limit = Double(limit)
  }

  /// P(Q < c); `nil` when it cannot be found.
  mutating func distribution() -> Double? {
    var variance = 0.0
    for (weight, degreesOfFreedom) in zip(lambda, n) {
      variance += weight * weight * 2 * degreesOfFreedom
      mean += weight * degreesOfFreedom
      if largest < weight { largest = weight } else if smallest > weight { smallest = weight }
    }
    if variance == 0 { return c > 0 ? 1 : 0 }
    let sd = variance.squareRoot()
    var (u, upper, lower) = (16 / sd, 4.5 / sd, -4.5 / sd)
    var error = accuracy
    findTruncation(&u, 0.5 * error)
    if c != 0, max(largest, -smallest) > 0.07 * sd, let coefficient = convergence(c) {
      let tauSquared = 0.25 * error / coefficient
      if truncation(u, tauSquared) < 0.2 * error {
        sigmaSquared += tauSquared
        findTruncation(&u, 0.25 * error)
      }
    }
    error *= 0.5
    return integrate(&u, &upper, &lower, error)
  }

  private mutating func integrate(
    _ u: inout Double, _ upper: inout Double, _ lower: inout Double, _ start: Double
  ) -> Double? {
    var (error, room) = (start, limit)
    while !isBeyondLimit {
      let above = cutoff(error, &upper) - c
      if above < 0 { return 1 }
      let below = c - cutoff(error, &lower)
      if below < 0 { return 0 }
      let interval = 2 * pi / max(above, below)
      let terms = u / interval
      let auxiliary = 3 / error.squareRoot()
      if terms > auxiliary * 1.5 {
        guard auxiliary <= room else { return nil }
        let count = (auxiliary + 0.5).rounded(.down)
        let step = u / count
        let x = 2 * pi / step
        if x > c.magnitude, let first = convergence(c - x), let second = convergence(c + x) {
          let tauSquared = 0.33 * error / (1.1 * (first + second))
          error *= 0.67
          addTerms(Int(count), step, tauSquared: tauSquared)
          room -= auxiliary
          sigmaSquared += tauSquared
          findTruncation(&u, 0.25 * error)
          error *= 0.75
          continue
        }
      }
      guard terms <= room else { return nil }
      addTerms(Int((terms + 0.5).rounded(.down)), interval, tauSquared: nil)
      return 0.5 - integral
    }
    return nil
  }

  /// log(1 + x) − x.
  private func logRest(_ x: Double) -> Double {
    guard x.magnitude <= 0.1 else { return Elementary.log(1 + x) - x }
    return series(x, start: -x)
  }

  /// log(1 + x).
  private func log1(_ x: Double) -> Double {
    x.magnitude > 0.1 ? Elementary.log(1 + x) : series(x, start: 2)
  }

  private func series(_ x: Double, start: Double) -> Double {
    var y = x / (2 + x)
    var term = 2 * y * y * y
    var k = 3.0
    var sum = start * y
    y *= y
    while true {
      let next = sum + term / k
      if next == sum { return sum }
      k += 2
      term *= y
      sum = next
    }
  }

  private func exp1(_ x: Double) -> Double { x < -50 ? 0 : Elementary.exp(x) }

  /// A bound of the tail probability, and the place of the tail.
  private mutating func tailBound(_ argument: Double) -> (bound: Double, place: Double) {
    rounds += 1
    var place = argument * sigmaSquared
    var sum = argument * place
    let u = 2 * argument
    for j in lambda.indices.reversed() {
      let x = u * lambda[j]
      let y = 1 - x
      place += lambda[j] * n[j] / y
      sum += n[j] * (x * x / y + logRest(-x))
    }
    return (exp1(-0.5 * sum), place)
  }

  /// The place beyond which less than the error lies.
  private mutating func cutoff(_ error: Double, _ start: inout Double) -> Double {
    var (u1, u2, c1) = (0.0, start, mean)
    let rb = 2 * (u2 > 0 ? largest : smallest)
    var end = tailBound(u2 / (1 + u2 * rb))
    while end.bound > error, !isBeyondLimit {
      (u1, c1) = (u2, end.place)
      u2 *= 2
      end = tailBound(u2 / (1 + u2 * rb))
    }
    var c2 = end.place
    while (c1 - mean) / (c2 - mean) < 0.9, !isBeyondLimit {
      let u = (u1 + u2) / 2
      let middle = tailBound(u / (1 + u * rb))
      if middle.bound > error { (u1, c1) = (u, middle.place) } else { (u2, c2) = (u, middle.place) }
    }
    start = u2
    return c2
  }

  /// A bound of the error from cutting the integral off at u.
  private mutating func truncation(_ argument: Double, _ tauSquared: Double) -> Double {
    rounds += 1
    let sum2 = (sigmaSquared + tauSquared) * argument * argument
    var (prod1, prod2, prod3, s) = (2 * sum2, 0.0, 0.0, 0.0)
    let u = 2 * argument
    for j in lambda.indices {
      let x = (u * lambda[j]) * (u * lambda[j])
      if x > 1 {
        prod2 += n[j] * Elementary.log(x)
        prod3 += n[j] * log1(x)
        s += n[j]
      } else {
        prod1 += n[j] * log1(x)
      }
    }
    prod2 += prod1
    prod3 += prod1
    let x = exp1(-0.25 * prod2) / pi
    let y = exp1(-0.25 * prod3) / pi
    let error = min(s == 0 ? 1 : x * 2 / s, prod3 > 1 ? 2.5 * y : 1)
    let half = 0.5 * sum2
    return min(error, half <= y ? 1 : y / half)
  }

  private mutating func findTruncation(_ end: inout Double, _ error: Double) {
    var u = end / 4
    if truncation(u, 0) > error {
      u = end
      while truncation(u, 0) > error, !isBeyondLimit {
        end *= 4
        u = end
      }
    } else {
      end = u
      u /= 4
      while truncation(u, 0) <= error, !isBeyondLimit {
        end = u
        u /= 4
      }
    }
    for divisor in [2.0, 1.4, 1.2, 1.1] {
      let u = end / divisor
      if truncation(u, 0) <= error { end = u }
    }
  }

  private mutating func addTerms(_ count: Int, _ interval: Double, tauSquared: Double?) {
    for k in stride(from: count, through: 0, by: -1) {
      let u = (Double(k) + 0.5) * interval
      var angle = -2 * u * c
      var exponent = -0.5 * sigmaSquared * u * u
      for j in lambda.indices.reversed() {
        let x = 2 * lambda[j] * u
        exponent -= 0.25 * n[j] * log1(x * x)
        angle += n[j] * Elementary.atan(x)
      }
      var x = interval / pi * exp1(exponent) / u
      if let tauSquared { x *= 1 - exp1(-0.5 * tauSquared * u * u) }
      integral += Elementary.sin(0.5 * angle) * x
    }
  }

  /// The coefficient of τ² in the error of a convergence factor at x; `nil` when it is no help.
  private mutating func convergence(_ x: Double) -> Double? {
    rounds += 1
    let order = lambda.indices.sorted { lambda[$0].magnitude > lambda[$1].magnitude }
    let sign: Double = x > 0 ? 1 : -1
    var (a, sum) = (x.magnitude, 0.0)
    for place in order.indices.reversed() where lambda[order[place]] * sign > 0 {
      let size = lambda[order[place]].magnitude
      let a1 = a - size * n[order[place]]
      let a2 = size / 0.0866
      guard a1 > a2 else {
        if a > a2 { a = a2 }
        sum = (a - a1) / size
        for larger in order[..<place] { sum += n[larger] }
        break
      }
      a = a1
    }
    return sum > 100 ? nil : Elementary.pow(2, sum / 4) / (pi * a * a)
  }
}
