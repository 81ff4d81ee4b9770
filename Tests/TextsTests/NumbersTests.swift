import Testing
import Texts

@Suite("Numbers in words")
struct NumbersTests {
  private let sv = Texts.swedish
  private let en = Texts.english
  /// Swedish groups digits with a space that does not break.
  private let space = "\u{A0}"

  @Test("digits are grouped from five on, so that a year is never split")
  func grouping() {
    #expect(sv.number(2025, decimals: 0) == "2025")
    #expect(sv.number(12_345, decimals: 0) == "12\(space)345")
    #expect(sv.number(1_234_567.5, decimals: 1) == "1\(space)234\(space)567,5")
    #expect(en.number(1_234_567.5, decimals: 1) == "1,234,567.5")
    #expect(sv.number(100_000, decimals: 0) == "100\(space)000")
  }

  @Test("decimals are as many as asked for")
  func decimals() {
    #expect(sv.number(3, decimals: 2) == "3,00")
    #expect(en.number(0.05, decimals: 1) == "0.1")
    #expect(sv.number(9_999.96, decimals: 1) == "10\(space)000,0")
  }

  @Test("zero has no sign, whatever it was rounded from")
  func negativeZero() {
    #expect(sv.number(-0.0, decimals: 0) == "0")
    #expect(sv.number(-0.04, decimals: 1) == "0,0")
    #expect(sv.signed(-0.04, decimals: 1) == "0,0")
    #expect(sv.signed(0.04, decimals: 1) == "0,0")
    #expect(sv.signed(-0.06, decimals: 1) == "−0,1")
    #expect(sv.signed(21.4, decimals: 1) == "+21,4")
    #expect(en.signed(-3, decimals: 0) == "−3")
  }

  @Test("percentages carry the sign of their language")
  func percent() {
    #expect(sv.percent(0.254, decimals: 1) == "25,4\(space)%")
    #expect(en.percent(0.254, decimals: 1) == "25.4%")
    #expect(sv.percent(1) == "100\(space)%")
    #expect(sv.percent(0) == "0\(space)%")
  }

  @Test("what is no number is a dash")
  func notANumber() {
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(sv.number(value, decimals: 0) == "–")
    }
  }

  @Test("lists read as they are said")
  func lists() {
    #expect(sv.list([]) == "")
    #expect(sv.list(["a"]) == "a")
    #expect(sv.list(["a", "b"]) == "a och b")
    #expect(en.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test("placeholders are filled once, and unknown keys are seen")
  func filling() {
    #expect(sv("chart.named", ["name": "{figure}", "figure": "7"]) == "{figure}: 7")
    #expect(sv("no.such.key") == "⟦no.such.key⟧")
    #expect(sv("chart.note.withoutOutline", count: 1).hasPrefix("1 område "))
    #expect(sv("chart.note.withoutOutline", count: 2).hasPrefix("2 områden "))
    #expect(en("chart.note.withoutOutline", count: 12_000).hasPrefix("12,000 areas "))
  }
}
