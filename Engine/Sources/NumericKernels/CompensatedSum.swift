// All is inlinable here: in a program that cannot look inside, values come by a call each.

extension Sequence where Element == Double {
  /// The sum of the values, as if it had been carried with twice the digits.
  ///
  /// Neumaier's variant of Kahan summation: the lost low-order part of every addition is kept
  /// apart and added at the end, so that the error does not grow with the number of values.
  ///
  /// - Returns: Σ x; 0 for no values; NaN or an infinity when the plain sum would be one.
  ///
  /// Source: Neumaier, *Rundungsfehleranalyse einiger Verfahren zur Summation*, 1974.
  @inlinable public func compensatedSum() -> Double {
    var sum = CompensatedSum()
    for value in self { sum.add(value) }
    return sum.value
  }
}

/// A running sum that keeps the low-order digits that plain addition loses.
@frozen public struct CompensatedSum: Sendable {
  @usableFromInline var sum = 0.0
  @usableFromInline var lost = 0.0

  /// Starts at 0.
  @inlinable public init() {}

  /// Adds one value.
  @inlinable public mutating func add(_ value: Double) {
    let next = sum + value
    if sum.magnitude >= value.magnitude {
      lost += (sum - next) + value
    } else {
      lost += (value - next) + sum
    }
    sum = next
  }

  /// The sum so far; NaN or an infinity when the plain sum is one.
  @inlinable public var value: Double {
    // With an infinite sum the correction is NaN: the plain sum is the answer then.
    sum.isFinite ? sum + lost : sum
  }
}
