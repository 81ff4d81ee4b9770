/// A random number generator that gives the same numbers on every machine for the same seed.
///
/// xoshiro256** for the stream, SplitMix64 to spread the seed over its state. The stream is part
/// of the promise: changing it would change every invented data set and bootstrap.
///
/// Source: Blackman and Vigna, *Scrambled linear pseudorandom number generators*, 2021.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Starts the stream of a seed.
  public init(seed: UInt64) {
    var spread = seed
    func next() -> UInt64 {
      spread &+= 0x9E37_79B9_7F4A_7C15
      var z = spread
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    state = (next(), next(), next(), next())
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// A number in [0, 1), every multiple of 2⁻⁵³ equally likely.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A whole number in 0 ..< bound, each equally likely.
  ///
  /// - Parameter bound: above 0; anything else traps.
  /// - Returns: a number below the bound.
  ///
  /// Source: Lemire, *Fast random integer generation in an interval*, 2019.
  public mutating func uniform(below bound: Int) -> Int {
    precondition(bound > 0, "the bound must be above 0")
    let width = UInt64(bound)
    // Lemire's method: reject the few values that would make some results likelier.
    let threshold = (0 &- width) % width
    while true {
      let (high, low) = width.multipliedFullWidth(by: next())
      if low >= threshold { return Int(high) }
    }
  }

  /// A standard normal number, by inverting the distribution function; within ±8.3.
  public mutating func normal() -> Double {
    // The midpoint of a cell 2⁻⁵² wide: never 0 or 1, whose quantiles are infinite.
    NormalDistribution.quantile((Double(next() >> 12) + 0.5) * 0x1p-52)
  }
}
