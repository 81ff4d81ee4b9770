import NumericKernels
import SurveyStatistics
import Testing

@Suite("Ratios of two domains")
struct EstimatedRatioTests {
  @Test("have the log and error that numerical derivatives give")
  func peer() throws {
    let peer = try PeerFigures()
    let design = try peer.design()
    let means = try design.means(of: peer.column("victim"), by: peer.groups("area"))
    let ratio = means.ratio((0, 0), to: (4, 0))
    #expect(nearly(Elementary.log(ratio.value), peer.numbers("ratio", "estimate")[0], 1e-9))
    #expect(nearly(ratio.logStandardError, peer.numbers("ratio", "se")[0], 1e-9))
    let joint = try design.estimate(
      .joined([
        .mean(of: [peer.column("victim")], within: peer.mask("area", 1)),
        .mean(of: [peer.column("victim")], within: peer.mask("area", 5)),
      ]))
    #expect(nearly(joint.ratio(0, to: 1).logStandardError, ratio.logStandardError, 1e-9))
  }

  @Test("turned round are one over the ratio, with the same p and the interval turned")
  func inverse() {
    let joint = JointEstimates(
      values: [0.2, 0.1], covariance: Matrix([[4e-4, 1e-4], [1e-4, 2e-4]]), degreesOfFreedom: 50)
    let (first, second) = (joint.ratio(0, to: 1), joint.ratio(1, to: 0))
    #expect(nearly(first.value, 1 / second.value))
    #expect(nearly(first.p, second.p))
    #expect(nearly(first.interval().lower, 1 / second.interval().upper))
    // v = 4e-4/0.04 + 2e-4/0.01 − 2·1e-4/0.02 by hand.
    #expect(nearly(first.logStandardError, 0.02.squareRoot()))
    #expect(nearly(first.standardError, 2 * 0.02.squareRoot()))
  }

  @Test("of a figure to itself are 1 without error, and of 0 undefined")
  func ends() {
    let joint = JointEstimates(
      values: [0.2, 0], covariance: Matrix([[4e-4, 0], [0, 0]]), degreesOfFreedom: 50)
    #expect(joint.ratio(0, to: 0).value == 1)
    #expect(joint.ratio(0, to: 0).logStandardError == 0)
    #expect(joint.ratio(0, to: 1).value.isNaN)
    #expect(joint.ratio(1, to: 0).p.isNaN)
  }
}
