import SurveyStatistics
import Testing

@Suite("Differences in differences")
struct DifferenceInDifferencesTests {
  @Test("have the value and error that numerical derivatives give")
  func peer() throws {
    let peer = try PeerFigures()
    let unsafe = try peer.unsafe()
    func part(_ area: Double, _ year: Double) throws -> Statistic {
      let (inArea, inYear) = (try peer.mask("area", area), try peer.mask("year", year))
      return .mean(of: [unsafe], within: zip(inArea, inYear).map { $0 && $1 })
    }
    let joint = try peer.design().estimate(
      .joined([part(1, 2026), part(1, 2025), part(2, 2026), part(2, 2025)]))
    let difference = joint.differenceInDifferences((0, 1), minus: (2, 3))
    #expect(
      nearly(difference.value, peer.numbers("differenceInDifferences", "estimate")[0], 1e-8))
    #expect(
      nearly(difference.standardError, peer.numbers("differenceInDifferences", "se")[0], 1e-9))
  }

  @Test("of independent waves add up their variances")
  func waves() throws {
    let sample = SmallSample()
    func wave(_ rows: Range<Int>) throws -> JointEstimates {
      try sample.reordered(Array(rows)).design(isClustered: false).estimate(
        .joined(
          [1, 2].map { domain in
            .mean(
              of: [NumericColumn(values: Array(sample.x[rows]))],
              within: sample.domain[rows].map { Int($0) == domain })
          }))
    }
    let (now, then) = (try wave(0..<120), try wave(120..<240))
    let joint = JointEstimates(now, then)
    let did = joint.differenceInDifferences((0, 2), minus: (1, 3))
    let (a, b) = (now.difference(0, minus: 1), then.difference(0, minus: 1))
    #expect(nearly(did.value, a.value - b.value, 1e-9))
    let variance = a.standardError * a.standardError + b.standardError * b.standardError
    #expect(nearly(did.standardError, variance.squareRoot(), 1e-9))
  }
}
