import Foundation
import SafetyModel
import Testing

@Suite("The mean of a group")
struct GroupMeanTests {
  private func value(_ code: String, _ value: Double, _ error: Double? = nil) throws -> PlaceValue {
    try #require(
      PlaceValue(
        Observation(
          series: "s", period: .year(2025), place: .municipality(code), value: .number(value),
          standardError: error, provenance: Provenance(source: "s", retrievedAt: "2025"))))
  }

  private func group(_ weights: [String: [(Int, Double)]]? = nil) -> PlaceGroup {
    PlaceGroup(
      code: "g", name: LocalisedText(sv: "G", en: "G"),
      places: ["1", "2", "3"].map { .municipality($0) },
      weights: weights.map { weights in
        PlaceWeights(
          name: LocalisedText(sv: "folk", en: "people"),
          values: weights.mapValues { list in
            list.map { PlaceWeights.PeriodWeight(period: .year($0.0), weight: $0.1) }
          })
      })
  }

  @Test("counts each place once when nothing weighs them")
  func unweighted() throws {
    let mean = try #require(
      GroupMean(
        group(), of: [value("1", 2, 0.3), value("2", 4, 0.4), value("9", 90)], in: .year(2025)))
    #expect(mean.value == 3)
    #expect(mean.count == 2)
    #expect(mean.leftOut == 1)
    #expect(mean.weightedBy == nil)
    // √(0.3² + 0.4²) / 2
    #expect(abs((mean.standardError ?? 0) - 0.25) < 1e-15)
  }

  @Test("weighs each by the newest weight that is not of a later time")
  func weighted() throws {
    let weights = ["1": [(2020, 100.0), (2024, 300), (2026, 9)], "2": [(2025, 100)]]
    let values = try [value("1", 2, 0.1), value("2", 4, 0.1), value("3", 50)]
    let mean = try #require(GroupMean(group(weights), of: values, in: .year(2025)))
    #expect(mean.value == 2.5)
    #expect(mean.count == 2)
    #expect(mean.leftOut == 1)
    #expect(mean.weightedBy?.values["en"] == "people")
    // √(300²·0.1² + 100²·0.1²) / 400
    let expected = (90_000 * 0.01 + 10_000 * 0.01).squareRoot() / 400
    #expect(abs((mean.standardError ?? 0) - expected) < 1e-15)
    #expect(GroupMean(group(weights), of: values, in: .year(2019)) == nil)
  }

  @Test("is the unweighted one when all weigh the same, and has no error when one is not told")
  func identities() throws {
    let equal = ["1": [(2020, 7.0)], "2": [(2020, 7)], "3": [(2020, 7)]]
    let values = try [value("1", 0.25, 0.1), value("2", 0.5, 0.2), value("3", 0.125)]
    let weighted = try #require(GroupMean(group(equal), of: values, in: .year(2025)))
    let plain = try #require(GroupMean(group(), of: values, in: .year(2025)))
    #expect(abs(weighted.value - plain.value) < 1e-15)
    #expect(plain.standardError == nil)
    #expect(weighted.standardError == nil)
    #expect(GroupMean(group(), of: try [value("9", 1)], in: .year(2025)) == nil)
  }
}
