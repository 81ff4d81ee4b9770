import SurveyStatistics
import Testing

@Suite("Domain columns")
struct DomainColumnTests {
  @Test("cross with the other fastest, and nowhere stays nowhere")
  func crossing() throws {
    let a = try DomainColumn(codes: [1, 2, 0, 2], domainCount: 2)
    let b = try DomainColumn(codes: [3, 1, 2, 0], domainCount: 3)
    let crossed = try a.crossed(with: b)
    #expect(crossed.codes == [3, 4, 0, 0])
    #expect(crossed.domainCount == 6)
  }

  @Test("refuse codes beyond their count, and more domains than codes can tell apart")
  func refusals() throws {
    #expect(throws: MicrodataError.codeOutOfRange(row: 1, code: 3, count: 2)) {
      try DomainColumn(codes: [1, 3], domainCount: 2)
    }
    #expect(throws: MicrodataError.codeOutOfRange(row: 0, code: 9, count: 4)) {
      try CodedColumn(codes: [9], categoryCount: 4)
    }
    let wide = try DomainColumn(codes: [1], domainCount: 300)
    #expect(throws: MicrodataError.tooManyCodes(count: 90_000, limit: 65_535)) {
      try wide.crossed(with: wide)
    }
    #expect(throws: MicrodataError.rowCountMismatch(expected: 1, actual: 2)) {
      try wide.crossed(with: .everyone(rowCount: 2))
    }
  }
}
