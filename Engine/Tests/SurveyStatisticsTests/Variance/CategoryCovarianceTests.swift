import NumericKernels
import Testing

@testable import SurveyStatistics

@Suite("Covariance of categories")
struct CategoryCovarianceTests {
  private let sample = SmallSample()

  @Test("is that of the indicators' means and totals", arguments: [false, true])
  func general(isClustered: Bool) throws {
    let design = try sample.design(isClustered: isClustered)
    // The second domain's answers; others have no category.
    let categories = zip(sample.item, sample.domain).map { $1 == 2 ? Int32($0) - 1 : -1 }
    let within = zip(sample.item, sample.domain).map { $1 == 2 && $0 > 0 }
    let indicators = (1...4).map { code in
      NumericColumn(values: sample.item.map { $0 == UInt8(code) ? 1 : 0 })
    }
    let fast = try #require(CategoryCovariance(design, categories: categories, count: 4))
    let means = try design.estimate(.mean(of: indicators, within: within))
    let totals = try design.estimate(.total(of: indicators, within: within))
    for i in 0..<4 {
      #expect(nearly(fast.shares.values[i], means.values[i], 1e-12))
      #expect(nearly(fast.totals[i], totals.values[i], 1e-12))
      for j in 0..<4 {
        #expect(nearly(fast.shares.covariance[i, j], means.covariance[i, j], 1e-11))
        #expect(nearly(fast.ofTotals[i, j], totals.covariance[i, j], 1e-11))
      }
    }
  }

  @Test("is left to others where replicates or calibration decide")
  func others() throws {
    let design = try sample.design().jackknifed()
    #expect(CategoryCovariance(design, categories: [], count: 0) == nil)
  }
}
