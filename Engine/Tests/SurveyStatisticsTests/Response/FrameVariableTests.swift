import SurveyStatistics
import Testing

@Suite("Response by frame variables")
struct FrameVariableTests {
  @Test("is the weighted part that answered")
  func response() throws {
    let sample = try DrawnSample()
    let sex = try sample.variables()[1]
    let response = try sample.design().response(of: sample.responded, by: sex)
    for category in 1...2 {
      let rows = sample.responded.indices.filter { Int(sex.categories.codes[$0]) == category }
      let answered = rows.filter { sample.responded[$0] }
      #expect(response[category - 1].sampled == rows.count)
      #expect(response[category - 1].respondents == answered.count)
      let part =
        answered.reduce(0) { $0 + sample.weights[$1] } / rows.reduce(0) { $0 + sample.weights[$1] }
      #expect(nearly(response[category - 1].response.value, part))
    }
  }

  @Test("refuses a drawn person without a category")
  func missing() throws {
    let sample = try DrawnSample()
    var codes = try sample.variables()[0].categories.codes
    codes[17] = 0
    let age = FrameVariable(
      name: "age", categories: try DomainColumn(codes: codes, domainCount: 3))
    #expect(throws: ResponseError.missingCategory(variable: "age", row: 17)) {
      try sample.design().response(of: sample.responded, by: age)
    }
  }
}
