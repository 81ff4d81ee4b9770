import NumericKernels
import SurveyStatistics
import Testing

@Suite("Quantiles together")
struct LinearisedQuantileTests {
  let sample = SmallSample()

  /// Of everyone, two sexes and three ages.
  private func medians(
    _ design: SurveyDesign, _ rule: QuantileRule, _ method: QuantileIntervalMethod
  ) throws -> JointEstimates {
    let peer = try PeerFigures()
    let income = try peer.column("income")
    let groups =
      try [nil] + [1, 2].map { try peer.mask("sex", $0) }
      + [1, 2, 3].map { try peer.mask("age", $0) }
    return try design.estimate(
      .joined(
        groups.map {
          try design.linearisedQuantile(
            of: income, at: 0.5, within: $0, rule: rule, method: method)
        }), scope: .design)
  }

  /// To 1e-9; what is 0 but for rounding is so beside a variance.
  private func isClose(_ a: Double, _ b: Double, to variance: Double) -> Bool {
    nearly(a, b, 1e-9) || (a - b).magnitude < 1e-9 * variance
  }

  @Test("have the covariance that R's shares and replicates give them")
  func joint() throws {
    let peer = try PeerFigures()
    let plain = try peer.design()
    let jackknife = try SurveyDesign(
      weights: peer.values("weight"), strata: peer.values("area").map { Int32($0) },
      primaryUnits: peer.values("psu").map { Int32($0) % 5 }
    ).jackknifed()
    let found = try [
      medians(plain, .math, .mean), medians(plain, .hf7, .beta), medians(jackknife, .math, .mean),
      medians(jackknife, .math, .replicates),
    ]
    let rows = try goldenRows("peers/quantiles.csv")
    for set in found.indices {
      let own = rows.filter { $0[0] == Double(set + 1) }
      let first = found[set].values.count - own.count
      for (i, row) in own.enumerated() {
        #expect(nearly(found[set].values[first + i], row[1], 1e-9))
        for j in own.indices {
          #expect(
            isClose(found[set].covariance[first + i, first + j], row[2 + j], to: row[2 + i]),
            "set \(set + 1), \(i) and \(j)")
        }
      }
    }
  }

  @Test(
    "by themselves have the standard error that their interval tells",
    arguments: [QuantileIntervalMethod.mean, .logit, .asin, .beta, .score])
  func alone(method: QuantileIntervalMethod) throws {
    let y = NumericColumn(values: sample.y)
    for design in [try sample.design(), try sample.calibratedToX()] {
      let known = try design.quantiles(of: y, at: [0.4], method: method)[0]
      let joint = try design.estimate(design.linearisedQuantile(of: y, at: 0.4, method: method))
      #expect(joint.values == [known.value])
      #expect(nearly(joint.standardErrors[0], known.standardError, 1e-9))
    }
  }

  @Test("move with the variable: that of 2y + 1 is certain from that of y")
  func linear() throws {
    let design = try sample.design()
    let joint = try design.estimate(
      .joined([
        design.linearisedQuantile(of: NumericColumn(values: sample.y), at: 0.3),
        design.linearisedQuantile(of: NumericColumn(values: sample.y.map { 2 * $0 + 1 }), at: 0.3),
      ]))
    let rest = joint.contrast([2, -1])
    #expect(nearly(rest.value, -1, 1e-9))
    #expect(rest.standardError < 1e-6 * joint.standardErrors[0])
  }

  @Test("of nobody, of one value or without replicates have no error, and spoil no other's")
  func undefined() throws {
    let design = try sample.design()
    let y = NumericColumn(values: sample.y)
    let joint = try design.estimate(
      .joined([
        design.linearisedQuantile(of: y, at: 0.5, within: sample.y.map { _ in false }),
        design.linearisedQuantile(of: y, at: 0.5, method: .replicates),
        design.linearisedQuantile(of: NumericColumn(values: sample.y.map { _ in 3 }), at: 0.5),
        .mean(of: [y]),
      ]))
    #expect(joint.values[0].isNaN && joint.standardErrors[0].isNaN)
    #expect(joint.values[1] > 0 && joint.standardErrors[1].isNaN)
    #expect(joint.values[2] == 3 && joint.standardErrors[2] == 0)
    #expect(joint.contrast([0, 0, 1, -1]).standardError > 0)
    #expect(throws: EstimationError.rowCountMismatch(column: "variable", expected: 240, actual: 1))
    {
      try design.linearisedQuantile(of: NumericColumn(values: [1]), at: 0.5)
    }
  }
}
