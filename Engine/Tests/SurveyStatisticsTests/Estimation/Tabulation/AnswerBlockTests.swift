import SurveyStatistics
import Testing

@Suite("Blocks of answers")
struct AnswerBlockTests {
  @Test("can be emptied and used again")
  func emptied() {
    var block = AnswerBlock()
    block.weights = [1, 2]
    block.codes = [1, 1]
    #expect(block.rowCount == 2)
    block.removeAll()
    #expect(block.rowCount == 0 && block.codes.isEmpty)
  }
}
