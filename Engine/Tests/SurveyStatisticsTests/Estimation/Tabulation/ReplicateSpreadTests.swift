import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("Spread over replicates")
struct ReplicateSpreadTests {
  private let sample = SmallSample(rowCount: 200)

  private func compare(_ design: SurveyDesign) throws {
    let (item, domains) = (try sample.coded, try sample.domains)
    let table = try design.tabulated([item], by: [domains], in: [Breakdown([0])])[0][0]
    let estimates = try design.proportions(of: item, by: domains)
    for domain in 0..<3 {
      for category in 0..<4 {
        let estimate = estimates[domain: domain, statistic: category]
        #expect(table.bases[domain] == estimate.base)
        #expect(nearly(table.proportions[domain * 4 + category], estimate.value, 1e-12))
        #expect(nearly(table.standardErrors[domain * 4 + category], estimate.standardError, 1e-12))
      }
    }
    for (place, pair) in table.pairs.enumerated() {
      let difference = estimates.difference((pair.first, 3), minus: (pair.second, 3))
      #expect(nearly(table.differenceErrors[place * 4 + 3], difference.standardError, 1e-12))
    }
  }

  @Test("is that of one item by one breakdown", arguments: [1, 8, 21])
  func bootstrap(count: Int) throws {
    var random = SeededRandom(seed: 4)
    try compare(sample.design().bootstrapped(count: count, using: &random))
  }

  @Test("is that of a jackknife and of given weights, measured from their mean")
  func mean() throws {
    try compare(sample.design().jackknifed())
    var random = SeededRandom(seed: 5)
    let weights = (0..<11).map { _ in sample.weights.map { $0 * random.uniform() } }
    let replicates = ReplicateWeights(
      weights: weights, scale: 0.3, factors: (0..<11).map { $0 == 4 ? 0 : Double($0 + 1) })
    try compare(
      SurveyDesign(weights: sample.weights, replicates: replicates, degreesOfFreedom: 10))
  }

  @Test(
    "leaves out replicates where a domain is empty",
    arguments: [
      ReplicateWeights.Centre.estimate, .mean,
    ])
  func empty(centre: ReplicateWeights.Centre) throws {
    var random = SeededRandom(seed: 6)
    let weights = (0..<9).map { replicate in
      sample.weights.indices.map { row in
        let isGone = sample.domain[row] == 2 && replicate % 3 == 0
        return isGone ? 0 : sample.weights[row] * (0.5 + random.uniform())
      }
    }
    let replicates = ReplicateWeights(weights: weights, scale: 0.1, centre: centre)
    try compare(
      SurveyDesign(weights: sample.weights, replicates: replicates, degreesOfFreedom: 8))
  }
}
