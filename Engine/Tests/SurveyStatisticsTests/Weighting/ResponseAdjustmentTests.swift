import SurveyStatistics
import Testing

@Suite("Adjustment for non-response")
struct ResponseAdjustmentTests {
  private struct Survey {
    let peer: PeerFigures
    let responded: [Bool]
    let victim: NumericColumn
    init() throws {
      peer = try PeerFigures()
      responded = try peer.values("trust").map { $0 <= 5 }
      // Who has not answered has no value.
      victim = NumericColumn(
        values: zip(try peer.values("victim"), responded).map {
          $1 ? ($0.isNaN ? 0 : $0) : .nan
        })
    }

    func variable(_ name: String) throws -> FrameVariable {
      FrameVariable(name: name, categories: try peer.groups(name))
    }
  }

  @Test("by classes has the value and error that numerical derivatives give")
  func classes() throws {
    let survey = try Survey()
    let design = try survey.peer.design().adjustedForNonresponse(
      survey.responded, by: survey.variable("age"))
    let mean = try design.estimate(.mean(of: [survey.victim]))
    #expect(
      allNearly(mean.values, survey.peer.numbers("nonresponse", "classes", "estimate"), 1e-9))
    #expect(
      allNearly(mean.standardErrors, survey.peer.numbers("nonresponse", "classes", "se"), 1e-8))
  }

  @Test("by propensities too")
  func propensities() throws {
    let survey = try Survey()
    let design = try survey.peer.design().adjustedForNonresponse(
      survey.responded,
      explainedBy: [
        survey.variable("age"), survey.variable("background"), survey.variable("region"),
      ])
    let mean = try design.estimate(.mean(of: [survey.victim]))
    #expect(
      allNearly(
        mean.values, survey.peer.numbers("nonresponse", "propensities", "estimate"), 1e-7))
    #expect(
      allNearly(
        mean.standardErrors, survey.peer.numbers("nonresponse", "propensities", "se"), 1e-6))
  }

  @Test("by classes is by propensities of the classes")
  func saturated() throws {
    let survey = try Survey()
    let design = try survey.peer.design()
    let (first, second) = (
      try design.adjustedForNonresponse(survey.responded, by: survey.variable("age")),
      try design.adjustedForNonresponse(survey.responded, explainedBy: [survey.variable("age")])
    )
    #expect(allNearly(first.weights.filter { $0 > 0 }, second.weights.filter { $0 > 0 }, 1e-7))
    let mean = Statistic.mean(of: [survey.victim])
    #expect(
      allNearly(
        try first.estimate(mean).standardErrors, try second.estimate(mean).standardErrors, 1e-6))
  }

  @Test("by propensities divides the weights by them")
  func divided() throws {
    let survey = try Survey()
    let design = try survey.peer.design()
    let variables = try [survey.variable("age"), survey.variable("sex")]
    let propensities = try design.responsePropensities(of: survey.responded, by: variables)
    #expect(propensities.allSatisfy { $0 > 0 && $0 < 1 })
    let adjusted = try design.adjustedForNonresponse(survey.responded, explainedBy: variables)
    let expected = zip(zip(design.weights, survey.responded), propensities).map {
      $0.1 ? $0.0 / $1 : 0
    }
    #expect(allNearly(adjusted.weights, expected, 1e-12))
  }

  @Test("keeps the weighted size of each class")
  func sizes() throws {
    let survey = try Survey()
    let design = try survey.peer.design()
    let adjusted = try design.adjustedForNonresponse(
      survey.responded, by: survey.variable("age"))
    for code in 1...3 {
      let rows = try survey.peer.values("age").enumerated().filter { $1 == Double(code) }.map(\.0)
      #expect(
        nearly(
          rows.reduce(0) { $0 + design.weights[$1] },
          rows.reduce(0) { $0 + adjusted.weights[$1] }, 1e-10))
    }
    // A total that the classes know has the error of the drawn sample, not of the respondents.
    let young = NumericColumn(values: try survey.peer.values("age").map { $0 == 1 ? 1 : 0 })
    #expect(
      allNearly(
        try design.estimate(.total(of: [young])).standardErrors,
        try adjusted.estimate(.total(of: [young])).standardErrors, 1e-8))
  }

  @Test("of a sample where all answered changes nothing")
  func complete() throws {
    let sample = SmallSample()
    let design = try sample.design()
    let adjusted = try design.adjustedForNonresponse(
      sample.x.map { _ in true },
      by: FrameVariable(
        name: "group",
        categories: DomainColumn(codes: sample.domain.map { $0 + 1 }, domainCount: 4)))
    let mean = Statistic.mean(of: [NumericColumn(values: sample.x)])
    #expect(adjusted.weights == design.weights)
    #expect(
      allNearly(
        try adjusted.estimate(mean).standardErrors, try design.estimate(mean).standardErrors))
  }

  @Test("can be calibrated afterwards: known totals then have no error")
  func calibrated() throws {
    let survey = try Survey()
    let sex = try survey.peer.values("sex").map { $0 == 1 ? 1.0 : 0 }
    let design = try survey.peer.design()
      .adjustedForNonresponse(survey.responded, by: survey.variable("age"))
      .calibrated(to: [
        AuxiliaryTotal(margin: "all", values: sex.map { _ in 1 }, total: 9000),
        AuxiliaryTotal(margin: "men", values: sex, total: 4500),
      ])
    let total = try design.estimate(.total(of: [NumericColumn(values: sex)]))
    #expect(nearly(total.values[0], 4500, 1e-9))
    #expect(total.standardErrors[0] < 1e-6)
  }

  @Test("is near the jackknife, whose replicates are adjusted one by one")
  func jackknife() throws {
    let survey = try Survey()
    let design = try survey.peer.design()
    let classes = try survey.variable("age")
    let mean = Statistic.mean(of: [survey.victim])
    let linear = try design.adjustedForNonresponse(survey.responded, by: classes).estimate(mean)
    let jackknifed = try design.jackknifed().adjustedForNonresponse(
      survey.responded, by: classes
    ).estimate(mean)
    #expect(allNearly(linear.standardErrors, jackknifed.standardErrors, 0.01))
  }

  @Test("names the class that nobody answered in")
  func nobody() throws {
    let sample = SmallSample()
    let design = try sample.design()
    let variable = FrameVariable(
      name: "group",
      categories: try DomainColumn(codes: sample.domain.map { $0 + 1 }, domainCount: 4))
    let responded = sample.domain.map { $0 != 2 }
    #expect(throws: ResponseError.nobodyAnswered(variable: "group", category: 3)) {
      try design.adjustedForNonresponse(responded, by: variable)
    }
    #expect(throws: ResponseError.noContrast(respondents: 240, sampled: 240)) {
      try design.adjustedForNonresponse(sample.x.map { _ in true }, explainedBy: [variable])
    }
    #expect(throws: ResponseError.rowCountMismatch(column: "responded", expected: 240, actual: 1)) {
      try design.adjustedForNonresponse([true], by: variable)
    }
  }
}
