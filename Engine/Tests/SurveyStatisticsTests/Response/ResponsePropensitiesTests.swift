import Testing

@testable import SurveyStatistics

@Suite("Response propensities")
struct ResponsePropensitiesTests {
  @Test("reproduce how many answered in every category")
  func margins() throws {
    let sample = try DrawnSample()
    let variables = try sample.variables()
    let model = try ResponsePropensities(
      of: sample.responded, by: variables, weights: sample.weights)
    for variable in variables {
      for category in 1...UInt16(variable.categories.domainCount) {
        let rows = sample.responded.indices.filter { variable.categories.codes[$0] == category }
        let expected = rows.reduce(0) { $0 + sample.weights[$1] * model.values[$1] }
        let answered = rows.reduce(0) { $0 + (sample.responded[$1] ? sample.weights[$1] : 0) }
        #expect(nearly(expected, answered, 1e-8))
      }
    }
  }

  @Test("blame no single category where only several variables together tell who answers")
  func separated() throws {
    // Two persons in each pair of categories; a sum of 4 has one of each, all others are certain.
    let pairs = (1...3).flatMap { a in (1...3).flatMap { b in [(a, b), (a, b)] } }
    let responded = pairs.enumerated().map { place, pair in
      pair.0 + pair.1 > 4 || pair.0 + pair.1 == 4 && place.isMultiple(of: 2)
    }
    let variables = try [pairs.map(\.0), pairs.map(\.1)].enumerated().map { place, codes in
      FrameVariable(
        name: "\(place)",
        categories: try DomainColumn(codes: codes.map { UInt16($0) }, domainCount: 3))
    }
    #expect(throws: ResponseError.notConverged(variable: nil, category: nil)) {
      try ResponsePropensities(of: responded, by: variables, weights: pairs.map { _ in 1 })
    }
  }
}
