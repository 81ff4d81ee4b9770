/// Random bits that belong to a person and a purpose.
///
/// The same person gets the same bits for the same purpose in whatever order they are asked for,
/// so a new question changes nobody's other answers, and what the whole population would have
/// answered can be computed for comparison with what the sample did answer. That is why this is
/// no stream of numbers.
///
/// Only whole numbers, +, − and × are used: every machine gets the same bits.
struct Chance {
  private let key: UInt64

  init(seed: UInt64, purpose: String) {
    // FNV-1a; `Hasher` differs from run to run.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in purpose.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    key = Chance.mixed(seed &+ Chance.mixed(hash))
  }

  /// 64 random bits.
  func bits(of person: Int, draw: Int = 0) -> UInt64 {
    let place = UInt64(truncatingIfNeeded: person) &* 8 &+ UInt64(truncatingIfNeeded: draw) &+ 1
    return Chance.mixed(key &+ place &* 0x9E37_79B9_7F4A_7C15)
  }

  /// A number in [0, 1).
  func uniform(of person: Int, draw: Int = 0) -> Double {
    Double(bits(of: person, draw: draw) >> 11) * 0x1p-53
  }

  /// A whole number in 0 ..< bound; bound is above 0.
  func whole(below bound: Int, of person: Int) -> Int {
    Int(bits(of: person).multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A nearly normal number: mean 0, variance 1, between −3.5 and 3.5.
  ///
  /// The sum of four uniform numbers of 16 bits; the logarithm of an exact normal number may
  /// differ in the last digit between platforms.
  func normal(of person: Int, draw: Int = 0) -> Double {
    let bits = bits(of: person, draw: draw)
    let sum = (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48)
    return (Double(sum) - 131_070) / 37_837.2
  }

  /// The last step of SplitMix64: each bit in changes about half of the bits out.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
