import NumericKernels
import SurveyStatistics
import Testing

@Suite("Representativity of the response")
struct RepresentativityTests {
  @Test("has numpy's indicators, parts and errors")
  func oracle() throws {
    let sample = try DrawnSample()
    let result = try sample.design().representativity(
      of: sample.responded, by: sample.variables())
    let all = [
      result.indicator, result.unadjustedIndicator, result.standardError,
      result.meanPropensity, result.coefficientOfVariation,
    ]
    for (figure, expected) in zip(all, sample.figures[0]) {
      #expect(nearly(figure, expected, 1e-8))
    }
    for (variable, expected) in zip(result.variables, sample.figures.dropFirst()) {
      let figures =
        [variable.unconditional, variable.unconditionalStandardError, variable.conditional]
        + variable.categories.flatMap {
          [$0.unconditional, $0.unconditionalStandardError, $0.conditional]
        }
      #expect(figures.count == expected.count)
      for (figure, expected) in zip(figures, expected) {
        #expect(nearly(figure, expected, 1e-7), "\(variable.name)")
      }
    }
  }

  @Test("of one variable is the spread of its categories' response")
  func single() throws {
    let sample = try DrawnSample()
    let area = try sample.variables()[2]
    let design = try sample.design()
    let result = try design.representativity(of: sample.responded, by: [area])
    let responses = try design.response(of: sample.responded, by: area)
    let sizes = (1...4).map { category in
      zip(sample.weights, area.categories.codes).reduce(0) {
        $1.1 == category ? $0 + $1.0 : $0
      }
    }
    let total = sizes.reduce(0, +)
    let mean = zip(sizes, responses).reduce(0) { $0 + $1.0 * $1.1.response.value } / total
    let spread = zip(sizes, responses).reduce(0) {
      $0 + $1.0 * ($1.1.response.value - mean) * ($1.1.response.value - mean)
    }
    #expect(nearly(result.meanPropensity, mean, 1e-8))
    let expected = 1 - 2 * (spread / (total - 1)).squareRoot()
    #expect(nearly(result.unadjustedIndicator, expected, 1e-8))
    // There is nothing else to be alike in: what remains is all there is.
    let part = result.variables[0]
    #expect(nearly(part.conditional, part.unconditional, 1e-8))
  }

  @Test("is 1 on average when everyone is as likely to answer")
  func even() throws {
    let sample = try DrawnSample()
    let (design, variables) = (try sample.design(), try sample.variables())
    var random = SeededRandom(seed: 11)
    var (adjusted, unadjusted) = (0.0, 0.0)
    for _ in 0..<20 {
      let result = try design.representativity(
        of: sample.responded.map { _ in random.uniform() < 0.5 }, by: variables)
      adjusted += result.indicator / 20
      unadjusted += result.unadjustedIndicator / 20
    }
    #expect(adjusted > 0.93 && unadjusted < 0.92, "\(adjusted), \(unadjusted)")
  }

  @Test("bounds the bias by the variation of the propensities")
  func bias() throws {
    let sample = try DrawnSample()
    let result = try sample.design().representativity(
      of: sample.responded, by: sample.variables())
    #expect(nearly(result.maximalBias(of: 0.2), 0.4 * result.coefficientOfVariation))
  }

  @Test("refuses what cannot be explained")
  func refusals() throws {
    let sample = try DrawnSample()
    let (design, variables) = (try sample.design(), try sample.variables())
    #expect(throws: ResponseError.noVariables) {
      try design.representativity(of: sample.responded, by: [])
    }
    #expect(throws: ResponseError.noContrast(respondents: 600, sampled: 600)) {
      try design.representativity(of: sample.responded.map { _ in true }, by: variables)
    }
    #expect(throws: ResponseError.notConverged(variable: "age", category: 1)) {
      try design.representativity(
        of: variables[0].categories.codes.map { $0 == 2 }, by: [variables[0]])
    }
    #expect(
      throws: ResponseError.rowCountMismatch(column: "responded", expected: 600, actual: 1)
    ) { try design.representativity(of: [true], by: variables) }
  }
}
