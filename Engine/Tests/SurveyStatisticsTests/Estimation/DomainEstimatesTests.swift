import SurveyStatistics
import Testing

@Suite("Estimates of domains")
struct DomainEstimatesTests {
  let sample = SmallSample()

  @Test("covary alike both ways, and each with itself as its variance")
  func symmetry() throws {
    let estimates = try sample.design().proportions(of: sample.coded, by: sample.domains)
    let error = estimates[domain: 1, statistic: 2].standardError
    #expect(nearly(estimates.covariance((1, 2), (1, 2)), error * error))
    #expect(nearly(estimates.covariance((0, 1), (2, 3)), estimates.covariance((2, 3), (0, 1))))
  }

  @Test("differ by nothing from themselves")
  func itself() throws {
    let estimates = try sample.design().proportions(of: sample.coded, by: sample.domains)
    let difference = estimates.difference((1, 2), minus: (1, 2))
    #expect(difference.value == 0 && difference.standardError < 1e-9)
  }

  @Test("have no difference across designs of other people")
  func strangers() throws {
    let first = try sample.design().proportions(of: sample.coded, by: sample.domains)
    let small = SmallSample(rowCount: 120)
    let second = try small.design().proportions(of: small.coded, by: small.domains)
    #expect(first.difference((0, 0), minus: (0, 0), of: second).value.isNaN)
  }
}
