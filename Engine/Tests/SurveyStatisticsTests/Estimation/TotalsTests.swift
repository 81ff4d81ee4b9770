import NumericKernels
import SurveyStatistics
import Testing

@Suite("Totals")
struct TotalsTests {
  let sample = SmallSample()

  @Test("of the domains add up to that of everyone, variance and all")
  func domainsAddUp() throws {
    let design = try sample.design()
    let y = NumericColumn(values: sample.y)
    let domains = (0..<4).map { domain in sample.domain.map { $0 == UInt16(domain) } }
    let parts = try design.estimate(.joined(domains.map { .total(of: [y], within: $0) }))
    let all = try design.estimate(.total(of: [y]))
    let sum = parts.contrast([1, 1, 1, 1])
    #expect(nearly(sum.value, all.values[0]))
    #expect(nearly(sum.standardError, all.standardErrors[0]))
  }

  @Test("have the jackknife's variance, exactly")
  func jackknife() throws {
    let design = try sample.design()
    let total = Statistic.total(of: [NumericColumn(values: sample.y)])
    let made = try design.jackknifed().estimate(total)
    #expect(nearly(made.standardErrors[0], try design.estimate(total).standardErrors[0], 1e-10))
  }

  @Test("have about the bootstrap's variance, seed 5")
  func bootstrap() throws {
    let design = try sample.design()
    let total = Statistic.total(of: [NumericColumn(values: sample.y)])
    var random = SeededRandom(seed: 5)
    let made = try design.bootstrapped(count: 800, using: &random).estimate(total)
    #expect(nearly(made.standardErrors[0], try design.estimate(total).standardErrors[0], 0.1))
  }

  @Test("scale with the unit of measurement")
  func scaling() throws {
    let design = try sample.design()
    let first = try design.estimate(.total(of: [NumericColumn(values: sample.y)]))
    let second = try design.estimate(
      .total(of: [NumericColumn(values: sample.y.map { $0 * 1000 })]))
    #expect(nearly(second.values[0], 1000 * first.values[0]))
    #expect(nearly(second.covariance[0, 0], 1e6 * first.covariance[0, 0]))
  }
}
