import Testing

@testable import Exchange

@Suite("Numbers in delimited text")
struct NumberTextTests {
  private func number(_ text: String, _ mark: Character = ".") -> Double? {
    NumberText(decimalMark: mark.asciiValue ?? 0).number(Array(text.utf8)[...])
  }

  @Test(
    "are read",
    arguments: [
      ("0", 0), ("7", 7), ("-3", -3), ("2.50", 2.5), ("0.1", 0.1), ("-0.0", 0), ("1e+05", 1e5),
      ("1E-05", 1e-5), ("1.0E5", 1e5), ("9007199254740992", 9_007_199_254_740_992),
      ("1.11770045757294", 1.11770045757294), ("0.30000000000000004", 0.30000000000000004),
      ("123456789012345.6789", 123456789012345.6789),
    ] as [(String, Double)])
  func numbers(_ text: String, _ value: Double) {
    #expect(number(text) == value)
    #expect(number(text)?.sign == (value < 0 ? .minus : .plus))
  }

  @Test(
    "are not made of codes and words",
    arguments: [
      "", "-", ".", "01", "-01", "00.5", "1.", ".5", "+1", "1e5", "12E4", "1290E10", "1e", "1e+",
      "1.5e", "1e+1000", "1.0e9999", "1 000", "1,5", "0x10", "nan", "inf", "NA", "1-2", "１",
      "9007199254740993", "12345678901234567890", "99999999999999999999999999", "2024-01-01",
    ])
  func texts(_ text: String) {
    #expect(number(text) == nil)
  }

  @Test("have the decimal mark of the file")
  func mark() {
    #expect(number("2,5", ",") == 2.5)
    #expect(number("0,30000000000000004", ",") == 0.30000000000000004)
    #expect(number("2.5", ",") == nil)
  }
}
