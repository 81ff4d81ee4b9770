import NumericKernels
import SurveyStatistics
import Testing

@Suite("Proportions of an item in domains")
struct ProportionsTests {
  let sample = SmallSample()

  @Test("add up to 1, and so do their sums, without sampling error")
  func wholeAddsUp() throws {
    let estimates = try sample.design().proportions(
      of: sample.coded, by: sample.domains, sums: [[0, 1, 2, 3], [1, 2]])
    for domain in 0..<3 {
      let shares = (0..<4).map { estimates[domain: domain, statistic: $0].value }
      #expect(nearly(shares.compensatedSum(), 1))
      #expect(estimates[domain: domain, statistic: 4].value == 1)
      #expect(estimates[domain: domain, statistic: 4].standardError < 1e-15)
      #expect(nearly(estimates[domain: domain, statistic: 5].value, shares[1] + shares[2]))
    }
  }

  @Test("the variance of a sum is that of its parts and their covariance")
  func sums() throws {
    let estimates = try sample.design().proportions(
      of: sample.coded, by: sample.domains, sums: [[1, 2]])
    for domain in 0..<3 {
      let parts =
        estimates.covariance((domain, 1), (domain, 1))
        + estimates.covariance((domain, 2), (domain, 2))
        + 2 * estimates.covariance((domain, 1), (domain, 2))
      let sum = estimates[domain: domain, statistic: 4].standardError
      #expect(nearly(sum * sum, parts))
    }
  }

  @Test("are means of indicators, and coefficients of a regression on the domains")
  func threeWays() throws {
    let design = try sample.design()
    let estimates = try design.proportions(of: sample.coded, by: sample.domains)
    let yes = NumericColumn(values: sample.item.map { $0 == 0 ? .nan : $0 == 2 ? 1 : 0 })
    let means = try design.means(of: yes, by: sample.domains)
    let indicators = (1...3).map { domain in
      NumericColumn(values: sample.domain.map { $0 == UInt16(domain) ? 1 : 0 })
    }
    let inside = sample.domain.map { $0 > 0 }
    let regression = try design.regression(of: yes, on: indicators, within: inside)
    for domain in 0..<3 {
      let share = estimates[domain: domain, statistic: 1]
      let ratio = try design.estimate(
        .ratio(
          of: yes, to: NumericColumn(values: yes.values.map { $0.isNaN ? .nan : 1 }),
          within: sample.domain.map { $0 == UInt16(domain + 1) }))
      for (value, error) in [
        (
          means[domain: domain, statistic: 0].value,
          means[domain: domain, statistic: 0].standardError
        ),
        (regression.coefficients.values[domain], regression.coefficients.standardErrors[domain]),
        (ratio.values[0], ratio.standardErrors[0]),
      ] {
        #expect(nearly(value, share.value))
        #expect(nearly(error, share.standardError))
      }
    }
  }

  @Test("do not depend on the order of the rows or the unit of the weights")
  func invariance() throws {
    let first = try sample.design(isClustered: false).proportions(
      of: sample.coded, by: sample.domains)
    var other = sample.reordered(sample.weights.indices.sorted { sample.x[$0] < sample.x[$1] })
    other.weights = other.weights.map { $0 * 7 }
    let second = try other.design(isClustered: false).proportions(
      of: other.coded, by: other.domains)
    for domain in 0..<3 {
      for category in 0..<4 {
        let (a, b) = (
          first[domain: domain, statistic: category], second[domain: domain, statistic: category]
        )
        #expect(nearly(a.value, b.value))
        #expect(nearly(a.standardError, b.standardError))
        #expect(a.base == b.base && a.count == b.count)
      }
    }
  }

  @Test("have no sampling error in a census")
  func census() throws {
    var census = sample
    census.sizes = census.strata.map { stratum in
      Double(Set(zip(sample.strata, sample.units).filter { $0.0 == stratum }.map(\.1)).count)
    }
    let estimates = try census.design().proportions(of: census.coded, by: census.domains)
    for domain in 0..<3 {
      let estimate = estimates[domain: domain, statistic: 0]
      #expect(estimate.standardError == 0)
      #expect(estimate.interval(.beta).lower == estimate.value)
    }
  }

  @Test("of an empty domain are undefined, not a trap")
  func empty() throws {
    let domains = try DomainColumn(codes: sample.domain, domainCount: 5)
    let estimates = try sample.design().proportions(of: sample.coded, by: domains)
    let empty = estimates[domain: 4, statistic: 0]
    #expect(empty.base == 0)
    #expect(empty.value.isNaN && empty.standardError.isNaN)
    #expect(empty.interval(.logit).lower.isNaN)
    #expect(estimates.covariance((4, 0), (0, 0)).isNaN)
    #expect(estimates.difference((4, 0), minus: (0, 0)).p.isNaN)
  }

  @Test("of a domain against everyone use the covariance of the overlap")
  func againstAll() throws {
    let design = try sample.design()
    let parts = try design.proportions(of: sample.coded, by: sample.domains)
    let all = try design.proportions(of: sample.coded, by: .everyone(rowCount: design.rowCount))
    let difference = parts.difference((0, 1), minus: (0, 1), of: all)
    let yes = NumericColumn(values: sample.item.map { $0 == 0 ? .nan : $0 == 2 ? 1 : 0 })
    let joint = try design.estimate(
      .joined([
        .mean(of: [yes], within: sample.domain.map { $0 == 1 }), .mean(of: [yes]),
      ]))
    #expect(nearly(difference.standardError, joint.difference(0, minus: 1).standardError))
    #expect(nearly(difference.value, joint.difference(0, minus: 1).value))
  }

  @Test("count negative weights too, which calibration may leave")
  func negative() throws {
    let design = try SurveyDesign(weights: [10, 10, 10, 10]).calibrated(to: [
      AuxiliaryTotal(margin: "all", values: [1, 1, 1, 1], total: 40),
      AuxiliaryTotal(margin: "x", values: [1, 2, 3, 10], total: 60),
    ])
    #expect(allNearly(design.weights, [16, 14, 12, -2]))
    let everyone = DomainColumn.everyone(rowCount: 4)
    let item = try CodedColumn(codes: [1, 2, 1, 1], categoryCount: 2)
    let first = try design.proportions(of: item, by: everyone)[domain: 0, statistic: 0]
    let indicator = NumericColumn(values: [1, 0, 1, 1])
    let mean = try design.means(of: indicator, by: everyone)[domain: 0, statistic: 0]
    let joint = try design.estimate(.mean(of: [indicator]))
    #expect(nearly(first.value, 0.65) && nearly(mean.value, 0.65))
    #expect(nearly(first.standardError, joint.standardErrors[0]))
    #expect(nearly(mean.standardError, joint.standardErrors[0]))
    #expect(first.base == 4 && first.count == 3 && mean.base == 4)
  }

  @Test("refuse columns that do not fit")
  func refusals() throws {
    let design = try sample.design()
    let short = try CodedColumn(codes: [1, 2], categoryCount: 4)
    #expect(throws: EstimationError.rowCountMismatch(column: "item", expected: 240, actual: 2)) {
      try design.proportions(of: short, by: sample.domains)
    }
    #expect(throws: EstimationError.noSuchCategory(index: 4, categoryCount: 4)) {
      try design.proportions(of: sample.coded, by: sample.domains, sums: [[4]])
    }
    #expect(throws: EstimationError.repeatedCategory(index: 1)) {
      try design.proportions(of: sample.coded, by: sample.domains, sums: [[1, 1]])
    }
  }
}
