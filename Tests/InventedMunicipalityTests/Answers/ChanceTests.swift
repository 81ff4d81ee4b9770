import Testing

@testable import InventedMunicipality

@Suite("Chance that belongs to a person and a purpose")
struct ChanceTests {
  /// Recorded values: every machine must give the same bits.
  @Test("gives the recorded bits")
  func golden() {
    let chance = Chance(seed: 2025, purpose: "item.littering.2023")
    #expect(chance.bits(of: 0) == 0xF01F0218C9E19A9A)
    #expect(chance.bits(of: 65_000, draw: 2) == 0xC0DB3CA3C37CF733)
  }

  @Test("differs by seed, purpose, person and draw")
  func independence() {
    let chance = Chance(seed: 1, purpose: "a")
    let bits = [
      chance.bits(of: 0), chance.bits(of: 1), chance.bits(of: 0, draw: 1),
      Chance(seed: 2, purpose: "a").bits(of: 0), Chance(seed: 1, purpose: "b").bits(of: 0),
    ]
    #expect(Set(bits).count == bits.count)
  }

  @Test("is nearly standard normal", arguments: [1, 2, 3] as [UInt64])
  func moments(seed: UInt64) {
    let chance = Chance(seed: seed, purpose: "normal")
    let count = 20_000
    let values = (0..<count).map { chance.normal(of: $0) }
    let mean = values.reduce(0, +) / Double(count)
    let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(count - 1)
    // Standard errors: 0.007 of the mean, about 0.01 of the variance.
    #expect(abs(mean) < 0.03)
    #expect(abs(variance - 1) < 0.05)
  }

  @Test("draws whole numbers below the bound, all of them")
  func wholeNumbers() {
    let chance = Chance(seed: 3, purpose: "whole")
    let values = (0..<600).map { chance.whole(below: 6, of: $0) }
    #expect(Set(values) == Set(0..<6))
  }
}
