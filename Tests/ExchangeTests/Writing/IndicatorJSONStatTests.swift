import Foundation
import SafetyModel
import Testing
import Workflows

@testable import Exchange

@Suite("An indicator as JSON-stat")
struct IndicatorJSONStatTests {
  private func written(_ report: IndicatorReport = ExampleReport.report) -> [UInt8] {
    IndicatorJSONStat().write(report, of: ExampleReport.municipality, in: .english)
  }

  private func cube(_ report: IndicatorReport = ExampleReport.report) throws -> DataCube {
    try JSONStatReading(document: JSONDocument(written(report), file: "x.json")).cube()
  }

  @Test("is read back by our own reader, with nothing where nothing was measured")
  func readBack() throws {
    let cube = try cube()
    #expect(cube.dimensions.map(\.code) == ["definition", "period", "part"])
    #expect(cube.dimensions.map(\.categories.count) == [2, 4, 3])
    #expect(cube.dimensions[1].categories.map(\.code) == ["2019", "2020", "2023-Q2", "2024"])
    func value(_ definition: Int, _ period: Int, _ part: Int) -> DataCell {
      cube.cells[cube.cellNumber([definition, period, part])]
    }
    #expect(value(0, 0, 0) == .number(2))
    #expect(value(0, 1, 0) == .number(-2))
    #expect(value(1, 2, 0) == .number(0.45))
    #expect((0..<3).map { value(1, 3, $0) } == [.number(0.438), .number(0.3983), .number(0.4767)])
    #expect(cube.cells.count { $0 == .missing(.unexplained) } == 24 - 6)
  }

  @Test("keeps two ways of measuring apart, also when they are called the same")
  func definitions() throws {
    let categories = try cube().dimensions[0].categories
    #expect(categories.map(\.code) == ["old", "new"])
    #expect(categories.map(\.label) == ["Way, \"quoted\" (old)", "Way, \"quoted\" (new)"])
  }

  @Test("tells that it is an example, why the way changed, and when it was fetched")
  func notes() throws {
    let cube = try cube()
    #expect(cube.notes.count == 2)
    #expect(cube.notes.last == "New way., \"quoted\"")
    #expect(cube.updated == "2025-11-22T20:45:00Z")
    let object = try JSONSerialization.jsonObject(with: Data(written())) as? [String: Any]
    #expect(object?["source"] as? String == "Kolada, \"quoted\"; Police, \"quoted\"")
    let told = object?["extension"] as? [String: Any]
    #expect(told?["indicator"] as? String == "unsafe")
    #expect(told?["isExample"] as? Bool == true)
  }

  @Test("says the same as the CSV")
  func sameAsCSV() throws {
    let bytes = IndicatorCSV().write(
      ExampleReport.report, of: ExampleReport.municipality, in: .english)
    let table = try readCSV(bytes, delimiter: ",")
    let cube = try cube()
    func place(_ name: String) throws -> Int {
      try #require(table.columns.firstIndex { $0.name == name })
    }
    for row in table.rows {
      let definition = try #require(cube.dimensions[0].place(of: row[place("definition")]))
      let period = try #require(cube.dimensions[1].place(of: row[place("period")]))
      for (part, name) in ["value", "lower", "upper"].enumerated() {
        let expected = Double(row[try place(name)])
        let cell = cube.cells[cube.cellNumber([definition, period, part])]
        #expect(cell == (expected.map { .number($0) } ?? .missing(.unexplained)))
      }
    }
  }

  @Test("is whole without any value")
  func empty() throws {
    var report = ExampleReport.report
    report.history = IndicatorHistory(segments: [])
    let object = try JSONSerialization.jsonObject(with: Data(written(report))) as? [String: Any]
    #expect(object?["size"] as? [Int] == [0, 0, 3])
    #expect((object?["value"] as? [Any])?.isEmpty == true)
  }
}
