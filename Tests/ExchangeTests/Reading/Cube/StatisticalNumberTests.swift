import SafetyModel
import Testing

@testable import Exchange

@Suite("Numbers as tables write them")
struct StatisticalNumberTests {
  @Test(
    "are read",
    arguments: [
      ("12.5", DataCell.number(12.5)), ("-3", .number(-3)), ("−3", .number(-3)),
      ("1 234", .number(1234)), ("1\u{A0}234\u{202F}567", .number(1_234_567)),
      ("1 234.5", .number(1234.5)), ("-0", .number(0)), ("1e-3", .number(0.001)),
      ("12.5 %", .percent(12.5)), ("7%", .percent(7)), ("..", .missing(.notAvailable)),
      ("......", .missing(.notAvailable)), ("…", .missing(.notAvailable)),
      (".", .missing(.notApplicable)), ("x", .missing(.hidden)), ("<5", .missing(.hidden)),
      ("", .missing(.unexplained)), (" NA ", .missing(.unexplained)),
      ("-", .missing(.unexplained)),
    ])
  func read(text: String, cell: DataCell) {
    #expect(StatisticalNumber().cell(text) == cell)
  }

  @Test(
    "are not guessed",
    arguments: [
      "12,5", "1.234,5", "1 23", "12 34", "1234 567", "1 234 5", "a", "1a", "%", "<", "< x", ".5",
      "5.", "1..2", "--1", "1 %%", "+", "1e", "nan", "inf", "1e999", "0x10", ".......", "1 2e3",
    ])
  func refused(text: String) {
    #expect(StatisticalNumber().cell(text) == nil)
  }

  @Test("have the decimal mark that is given, and no other")
  func decimalMark() {
    let numbers = StatisticalNumber(decimalMark: ",", dash: .number(0))
    #expect(numbers.cell("12,5 %") == .percent(12.5))
    #expect(numbers.cell("12.5") == nil)
    #expect(numbers.cell("–") == .number(0))
  }
}
