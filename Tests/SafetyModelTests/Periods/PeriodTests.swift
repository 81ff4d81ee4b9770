import Foundation
import Testing

@testable import SafetyModel

@Suite("Periods")
struct PeriodTests {
  private static let texts = [
    "2025", "2025-H1", "2025-H2", "2025-Q1", "2025-Q4", "2025-03", "2024-02-29", "2019/2020",
  ]

  @Test("are written as they are read", arguments: texts)
  func roundTrip(text: String) throws {
    let period = try #require(Period(text))
    #expect(period.description == text)
    let encoded = try JSONEncoder().encode([period])
    #expect(try JSONDecoder().decode([Period].self, from: encoded) == [period])
  }

  @Test(
    "are nothing else",
    arguments: [
      "", "25", "02025", "2025-", "2025-H0", "2025-H3", "2025-Q5", "2025-13", "2025-00", "2025-1",
      "2025-H01", "2023-02-29", "2020/2019", "2020/2020", "2019/2020/2021", "2025-h1", "+025",
      "2025-+1", "0000", "٢٠٢٥", "2025-01-01-01", " 2025",
    ])
  func refused(text: String) {
    #expect(Period(text) == nil)
  }

  @Test("have a first and a last day")
  func days() throws {
    func ends(_ text: String) throws -> [String] {
      let period = try #require(Period(text))
      return [period.firstDay.description, period.lastDay.description]
    }
    #expect(try ends("2025") == ["2025-01-01", "2025-12-31"])
    #expect(try ends("2025-H1") == ["2025-01-01", "2025-06-30"])
    #expect(try ends("2025-H2") == ["2025-07-01", "2025-12-31"])
    #expect(try ends("2025-Q3") == ["2025-07-01", "2025-09-30"])
    #expect(try ends("2024-02") == ["2024-02-01", "2024-02-29"])
    #expect(try ends("2100-02") == ["2100-02-01", "2100-02-28"])
    #expect(try ends("2019/2020") == ["2019-01-01", "2020-12-31"])
    #expect(try ends("2025-09-01") == ["2025-09-01", "2025-09-01"])
  }

  @Test("of one year follow one another without gaps")
  func tiling() throws {
    for parts in [
      ["H1", "H2"], ["Q1", "Q2", "Q3", "Q4"], (1...12).map { $0 < 10 ? "0\($0)" : "\($0)" },
    ] {
      let periods = try parts.map { try #require(Period("2024-\($0)")) }
      #expect(periods == periods.sorted())
      for (a, b) in zip(periods, periods.dropFirst()) {
        #expect(b.firstDay.ordinal == a.lastDay.ordinal + 1)
      }
      let length = periods.reduce(0) { $0 + $1.lastDay.ordinal - $1.firstDay.ordinal + 1 }
      #expect(length == 366)
      #expect(periods.allSatisfy { Period.year(2024).covers($0) })
    }
  }

  @Test("stand in time: days count as in the calendar")
  func ordinals() throws {
    // 2000-03-01 was a Wednesday, 730 179 days after 0001-01-01, which was a Monday.
    let day = try #require(Day("2000-03-01"))
    #expect(day.ordinal == 730_179)
    #expect(day.ordinal % 7 == 2)
    #expect(abs(Period.year(2025).middleInYears - 2025.5) < 0.01)
    let step = Period.year(2026).middleInYears - Period.year(2025).middleInYears
    #expect(abs(step - 1) < 0.003)
    let pooled = Period.years(first: 2019, last: 2020).middleInYears
    #expect(abs(pooled - 2020) < 0.01)
  }

  @Test("are ordered by their last day, then their first")
  func order() throws {
    let texts = ["2024", "2025-H1", "2024/2025", "2025", "2025-H2", "2025-12", "2025-12-31"]
    let periods = try texts.map { try #require(Period($0)) }
    #expect(periods.reversed().sorted() == periods)
  }
}
