import Foundation
import SafetyModel
import Testing

@testable import Exchange

@Suite("A comparison as files")
struct ComparisonFilesTests {
  private static let words = LocalisedText(sv: "Trygga", en: "Safe, \"very\"")

  private static let indicator = Indicator(
    code: "safe", name: words, question: words, direction: .higherIsBetter, definitions: [])
  private static let municipality = Municipality(
    code: "1290", name: words, isExample: true)

  private func value(_ place: Place, _ year: Int, _ value: Double, error: Double? = nil) throws
    -> PlaceValue
  {
    try #require(
      PlaceValue(
        Observation(
          series: "s", period: .year(year), place: place, value: .number(value),
          standardError: error, base: error == nil ? nil : 900,
          provenance: Provenance(source: "s", retrievedAt: "2025"))))
  }

  private func comparison() throws -> IndicatorComparison {
    let periods = try [2023, 2024].map { year in
      PlaceComparison(
        period: .year(year), direction: .higherIsBetter, own: .municipality("1290"),
        values: try [
          value(.municipality("1290"), year, 0.52, error: 0.015),
          value(.municipality("0180"), year, 0.6),
        ], country: year == 2024 ? try value(.sweden, year, 0.61, error: 0.002) : nil)
    }
    return IndicatorComparison(
      indicator: "safe", periods: periods,
      groups: [
        PlaceGroup(
          code: "both", name: LocalisedText(sv: "Båda", en: "Both"),
          places: [.municipality("1290"), .municipality("0180")],
          weights: PlaceWeights(
            name: LocalisedText(sv: "folkmängden", en: "population"),
            values: [
              "1290": [.init(period: .year(2020), weight: 1)],
              "0180": [.init(period: .year(2020), weight: 3)],
            ]))
      ])
  }

  @Test("comma-separated has a line for each place and period, and the means with their weights")
  func lines() throws {
    let bytes = IndicatorCSV().write(
      try comparison(), of: Self.indicator, beside: Self.municipality, in: .english)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    #expect(lines.first?.contains("\"kind\",\"code\",\"label\",\"value\"") == true)
    let start = "\"safe\",\"Safe, \"\"very\"\"\",true"
    #expect(
      lines.dropFirst() == [
        "\(start),\"2023\",\"municipality\",\"0180\",\"Stockholm\",0.6,,,\"both\",\"\",",
        "\(start),\"2023\",\"municipality\",\"1290\",\"Kristianstad\",0.52,0.015,900,\"both\",\"\",",
        "\(start),\"2023\",\"group-mean\",\"both\",\"Both\",0.58,,,\"\",\"population\",2",
        "\(start),\"2024\",\"municipality\",\"0180\",\"Stockholm\",0.6,,,\"both\",\"\",",
        "\(start),\"2024\",\"municipality\",\"1290\",\"Kristianstad\",0.52,0.015,900,\"both\",\"\",",
        "\(start),\"2024\",\"country\",\"SE\",\"Sweden\",0.61,0.002,900,\"\",\"\",",
        "\(start),\"2024\",\"group-mean\",\"both\",\"Both\",0.58,,,\"\",\"population\",2",
      ])
  }

  @Test("JSON-stat holds the same figures, and null where there are none")
  func cube() throws {
    let bytes = IndicatorJSONStat().write(
      try comparison(), of: Self.indicator, beside: Self.municipality, in: .swedish)
    let table = try JSONStatReading(document: JSONDocument(bytes, file: "x")).cube()
    #expect(table.dimensions.map(\.code) == ["place", "period", "part"])
    #expect(
      table.dimensions[0].categories.map(\.code) == [
        "0180", "1290", "country:SE", "group-mean:both",
      ])
    func cell(_ place: String, _ year: String, _ part: String) throws -> DataCell {
      let places = try zip(table.dimensions, [place, year, part]).map {
        try #require($0.0.place(of: $0.1))
      }
      return table.cells[table.cellNumber(places)]
    }
    #expect(try cell("1290", "2024", "value") == .number(0.52))
    #expect(try cell("1290", "2024", "standard_error") == .number(0.015))
    #expect(try cell("country:SE", "2024", "base") == .number(900))
    #expect(try cell("country:SE", "2023", "value") == .missing(.unexplained))
    #expect(try cell("group-mean:both", "2023", "value") == .number(0.58))
  }
}
