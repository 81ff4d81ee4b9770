import Testing

@testable import Charts

@Suite("Text measure")
struct TextMeasureTests {
  @Test("lines fit and keep all the words")
  func wrapping() {
    let words = "Personer födda utanför Sverige som bott i kommunen längre än tjugofem år"
    let lines = TextMeasure.wrapped(words, width: 120, size: 14, maxLines: 20)
    #expect(lines.joined(separator: " ") == words)
    #expect(lines.allSatisfy { TextMeasure.width(of: $0, size: 14) <= 120 })
    #expect(lines.count > 3)
  }

  @Test("what does not fit ends in an ellipsis")
  func cut() {
    let lines = TextMeasure.wrapped("ett två tre fyra fem sex", width: 60, size: 14, maxLines: 2)
    #expect(lines.count == 2)
    #expect(lines.last?.hasSuffix("…") == true)
  }

  @Test("a word wider than the line is broken, and never without end")
  func longWord() {
    let word = String(repeating: "m", count: 50)
    let lines = TextMeasure.wrapped(word, width: 40, size: 14, maxLines: 99)
    #expect(lines.joined() == word)
    #expect(TextMeasure.wrapped(word, width: 0, size: 14, maxLines: 99).joined() == word)
    #expect(TextMeasure.wrapped("", width: 40, size: 14, maxLines: 3).isEmpty)
    #expect(TextMeasure.wrapped("a", width: 40, size: 14, maxLines: 1) == ["a"])
  }

  @Test("marks above letters take no room")
  func combining() {
    let plain = TextMeasure.width(of: "e", size: 10)
    #expect(TextMeasure.width(of: "e\u{0301}", size: 10) == plain)
    #expect(TextMeasure.width(of: "中", size: 10) > plain)
  }
}
