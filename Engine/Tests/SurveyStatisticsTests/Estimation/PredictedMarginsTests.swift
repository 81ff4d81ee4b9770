import SurveyStatistics
import Testing

@Suite("Predicted margins")
struct PredictedMarginsTests {
  @Test(
    "have the values and errors that numerical derivatives give",
    arguments: [MarginVariation.all, .coefficients, .composition])
  func logistic(variation: MarginVariation) throws {
    let peer = try PeerFigures()
    let margins = try peer.design().predictedMargins(
      of: peer.unsafe(), across: peer.groups("area"),
      adjustingFor: peer.dummies("sex", "age", "background"), variation: variation
    ).margins
    let name = variation.rawValue
    #expect(allNearly(margins.values, peer.numbers("logisticMargins", name, "estimate"), 1e-8))
    #expect(
      allNearly(margins.standardErrors, peer.numbers("logisticMargins", name, "se"), 1e-7))
  }

  @Test("of a linear model too", arguments: [MarginVariation.all, .coefficients, .composition])
  func linear(variation: MarginVariation) throws {
    let peer = try PeerFigures()
    let margins = try peer.design().predictedMargins(
      of: peer.column("income"), across: peer.groups("area"),
      adjustingFor: peer.dummies("sex", "age", "background"), family: .linear,
      variation: variation
    ).margins
    let name = variation.rawValue
    #expect(allNearly(margins.values, peer.numbers("linearMargins", name, "estimate"), 1e-9))
    #expect(allNearly(margins.standardErrors, peer.numbers("linearMargins", name, "se"), 1e-8))
  }

  @Test(
    "without anything to adjust for are the means of the groups",
    arguments: [
      RegressionFamily.linear, .logistic,
    ])
  func saturated(family: RegressionFamily) throws {
    let peer = try PeerFigures()
    let (design, victim) = (try peer.design(), try peer.column("victim"))
    let margins = try design.predictedMargins(
      of: victim, across: peer.groups("area"), adjustingFor: [], family: family
    ).margins
    let means = try design.means(of: victim, by: peer.groups("area"))
    for area in 0..<6 {
      let mean = means[domain: area, statistic: 0]
      #expect(nearly(margins.values[area], mean.value, 1e-8))
      #expect(nearly(margins.standardErrors[area], mean.standardError, 1e-7))
    }
  }

  @Test("of a linear model differ by its coefficients")
  func coefficients() throws {
    let peer = try PeerFigures()
    let result = try peer.design().predictedMargins(
      of: peer.column("income"), across: peer.groups("area"),
      adjustingFor: peer.dummies("sex"), family: .linear)
    let difference = result.margins.difference(1, minus: 0)
    #expect(nearly(difference.value, result.regression.coefficients.values[3], 1e-8))
    #expect(
      nearly(difference.standardError, result.regression.coefficients.standardErrors[3], 1e-8))
  }

  @Test("a group without anyone has none, and the others keep theirs")
  func empty() throws {
    let sample = SmallSample()
    let groups = try DomainColumn(
      codes: sample.domain.map { $0 == 0 ? 0 : $0 + 1 }, domainCount: 5)
    let margins = try sample.design().predictedMargins(
      of: NumericColumn(values: sample.y), across: groups, adjustingFor: [], family: .linear
    ).margins
    #expect(margins.values[0].isNaN && margins.values[4].isNaN)
    #expect(margins.standardErrors[0].isNaN)
    #expect(margins.values[1...3].allSatisfy { $0.isFinite })
  }

  @Test("of a jackknifed design are near the linearised")
  func replicates() throws {
    let sample = SmallSample()
    func errors(_ design: SurveyDesign) throws -> [Double] {
      try design.predictedMargins(
        of: NumericColumn(values: sample.y), across: sample.domains,
        adjustingFor: [NumericColumn(values: sample.x)], family: .linear
      ).margins.standardErrors
    }
    let design = try sample.design()
    #expect(allNearly(try errors(design), try errors(design.jackknifed()), 0.06))
  }

  @Test("rise one for one with the coefficient of their group in a linear model")
  func slopes() throws {
    let sample = SmallSample()
    let result = try sample.design().predictedMargins(
      of: NumericColumn(values: sample.y), across: sample.domains,
      adjustingFor: [NumericColumn(values: sample.x)], family: .linear)
    let (a, b) = (result.slopes[0], result.slopes[1])
    #expect(a[2] == 0 && nearly(b[2], 1) && nearly(a[0], 1) && nearly(a[1], b[1]))
  }
}
