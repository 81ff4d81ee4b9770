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
}
