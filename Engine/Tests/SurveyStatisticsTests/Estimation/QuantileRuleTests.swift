import Testing

@testable import SurveyStatistics

@Suite("Rules for quantiles")
struct QuantileRuleTests {
  private let even = WeightedOrder([4, 1, 3, 2], weights: [1, 1, 1, 1])

  @Test("agree on a single value", arguments: QuantileRule.allCases)
  func single(rule: QuantileRule) {
    #expect(WeightedOrder([5], weights: [3]).quantile(0.3, rule) == 5)
    #expect(WeightedOrder([], weights: []).quantile(0.3, rule).isNaN)
  }

  @Test("stay within the values and never fall", arguments: QuantileRule.allCases)
  func monotone(rule: QuantileRule) {
    // Linear hf4 goes on below the first step, as in R.
    let quantiles = stride(from: 0.25, through: 1, by: 0.05).map { even.quantile($0, rule) }
    #expect(quantiles.allSatisfy { $0 >= 1 && $0 <= 4 })
    #expect(quantiles == quantiles.sorted())
  }

  @Test("differ at a step as the textbook says")
  func steps() {
    #expect(even.quantile(0.5, .math) == 2)
    #expect(even.quantile(0.5, .school) == 2.5)
    #expect(even.quantile(0.5, .hf7) == 2.5)
  }

  @Test("leave out values of no weight")
  func weightless() {
    #expect(WeightedOrder([9, 1, 2], weights: [0, 1, 1]).quantile(1, .math) == 2)
  }
}
