import Foundation
import Testing

@testable import Exchange

@Suite("Days and times in workbooks")
struct WorkbookDatesTests {
  @Test("are what openpyxl reads in the same file", arguments: ["dates-1900", "dates-1904"])
  func oracle(name: String) throws {
    let folder = SharedData.fixtures.appending(path: "workbooks")
    let grid = try WorkbookReader(folder.appending(path: "\(name).xlsx").path).sheet("Dates")
    let text = try String(contentsOf: folder.appending(path: "\(name).csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let formats = lines[1]
    #expect(grid.rows.count == lines.count - 2)
    var moments = 0
    for (row, line) in zip(grid.rows, lines.dropFirst(2)) {
      for (column, expected) in line.enumerated() {
        let place = "\(grid.place(row: row.number, column: column)) in \(formats[column])"
        switch row[column] {
        case nil: #expect(expected.isEmpty, "\(place)")
        case .moment(let found):
          moments += 1
          #expect(found == expected, "\(place)")
        case .number(let found): #expect(found == Double(expected), "\(place)")
        case .percent(let found):
          #expect(formats[column].contains("%"))
          #expect(abs(found / 100 - (Double(expected) ?? -1)) < 1e-12, "\(place)")
        case let other: Issue.record("\(place): \(String(describing: other))")
        }
      }
    }
    #expect(moments > 150)
  }

  private let day = CellFormat.moment(hasDay: true, hasTime: false)
  private let time = CellFormat.moment(hasDay: false, hasTime: true)

  @Test("count from 1900 as if that year had been a leap year, and refuse the day that never was")
  func leapYear() {
    let dates = WorkbookDates()
    #expect(dates.text(1, day) == "1900-01-01")
    #expect(dates.text(59, day) == "1900-02-28")
    #expect(dates.text(60, day) == nil)
    #expect(dates.text(60.5, day) == nil)
    #expect(dates.text(61, day) == "1900-03-01")
    #expect(dates.text(0, day) == nil)
    #expect(dates.text(0, time) == "00:00:00")
  }

  @Test("count from 1904 without that mistake")
  func from1904() {
    let dates = WorkbookDates(isFrom1904: true)
    #expect(dates.text(0, day) == "1904-01-01")
    #expect(dates.text(60, day) == "1904-03-01")
    // The two systems are 1462 days apart.
    for number in [100.0, 20_000, 44_000.25] {
      #expect(dates.text(number, day) == WorkbookDates().text(number + 1462, day))
    }
  }

  @Test(
    "refuse what is in no calendar",
    arguments: [-1, -0.5, 2_958_466, 1e300, .nan, .infinity, -.infinity])
  func outside(number: Double) {
    #expect(WorkbookDates().text(number, day) == nil)
  }

  @Test("end with the year 9999, and round the last moment of a day to the next")
  func edges() {
    #expect(WorkbookDates().text(2_958_465, day) == "9999-12-31")
    #expect(WorkbookDates().text(45_291.9999999999, day) == "2024-01-01")
  }
}
