import Testing

@testable import Exchange

@Suite("Dates and times of SPSS and Stata")
struct StatisticsDatesTests {
  @Test(
    "become texts",
    arguments: [
      ("EDATE10", 13_744_944_000, "2018-05-06"), ("DATE11", 0, "1582-10-14"),
      ("DATETIME20", 13_744_980_610.9, "2018-05-06T10:10:10"), ("TIME8", 83_410, "23:10:10"),
      ("TIME8", 100 * 3600, "100:00:00"), ("%td", 21_310, "2018-05-06"),
      ("%-td", -1, "1959-12-31"), ("%d", 60, "1960-03-01"),
      ("%tc", 1_841_220_610_000, "2018-05-06T10:10:10"),
      ("%tcHH:MM:SS", 36_610_000, "10:10:10"), ("%td", -137_696, "1583-01-01"),
    ] as [(String, Double, String)])
  func texts(_ format: String, _ value: Double, _ text: String) throws {
    let scale = try #require(StatisticsDates.scale(format: format))
    #expect(StatisticsDates.text(value, scale) == text)
  }

  @Test("are left alone when they are none", arguments: ["F8.2", "%9.0g", "A20", "MOYR8", "", "%"])
  func numbers(_ format: String) {
    #expect(StatisticsDates.scale(format: format) == nil)
  }

  @Test("outside the years 1 to 9999 have no text", arguments: [1e300, -1e300, 1e12, .infinity])
  func far(_ value: Double) throws {
    let scale = try #require(StatisticsDates.scale(format: "%td"))
    #expect(StatisticsDates.text(value, scale) == nil)
  }
}
