import SafetyModel
import Testing
import Workflows

/// A table of areas with `n` of `of`; nil is missing.
private func description(
  _ values: [(String, Double?, Double?)], kind: PreconditionMeasure.Kind = .proportion,
  mapping: [(String, String, Double)]
) -> PreconditionsDescription {
  let name = LocalisedText(sv: "a", en: "a")
  func cell(_ number: Double?) -> DataCell { number.map { .number($0) } ?? .missing(.hidden) }
  let cube = DataCube(
    title: "", table: "T", updated: nil, notes: [],
    dimensions: [
      DataCube.Dimension(
        code: "area", label: "area",
        categories: values.map { DataCube.Category(code: $0.0, label: $0.0) }),
      DataCube.Dimension(
        code: "what", label: "what",
        categories: [.init(code: "n", label: "n"), .init(code: "of", label: "of")]),
    ], cells: values.flatMap { [cell($0.1), cell($0.2)] })
  return PreconditionsDescription(
    file: "p.yaml", municipality: "1290",
    mapping: AreaMapping(
      geography: "own", publishedGeography: "deso",
      rows: mapping.map { AreaMapping.Row(from: $0.0, to: $0.1, part: $0.2) }),
    mappingFile: "m.csv",
    measures: [
      MeasureRule(
        measure: PreconditionMeasure(
          code: "m", lever: .income, name: name, kind: kind, unit: nil, decimals: 1,
          direction: .neutral), table: "t", dimension: "what", value: ["n"],
        base: kind == .count ? [] : ["of"], select: [:])
    ],
    tables: [
      "t": PublishedTable(
        code: "t", publisher: name, file: "t.csv", place: "area", period: nil,
        fixedPeriod: .year(2022), cube: cube)
    ])
}

@Suite("Published areas to one's own")
struct MapPreconditionsTests {
  private let three: [(String, Double?, Double?)] = [
    ("1290A", 10, 100), ("1290B", 60, 200), ("1290C", 5, 50), ("0180A", 900, 1000),
  ]

  private func table(_ description: PreconditionsDescription) throws -> PreconditionTable {
    let all = try MapPreconditions()(description, retrievedAt: "2025-01-01T00:00:00Z")
    return try #require(all.tables.first)
  }

  @Test("weigh by people, not by areas")
  func proportion() throws {
    let table = try table(
      description(three, mapping: [("1290A", "x", 1), ("1290B", "x", 0.5), ("1290B", "y", 0.5)]))
    #expect(table.figures.map(\.area) == ["x", "y"])
    #expect(table.figures.map(\.value) == [0.2, 0.3])
    #expect(table.figures.map(\.base) == [200, 100])
    let whole: Double = 75 / 350
    #expect(table.whole.value == whole)
    #expect(table.coverage.unmapped == ["1290C"])
    let outside: Double = 50 / 350
    #expect(table.coverage.unmappedPart == outside)
  }

  @Test("give the published figure back when every area is one's own")
  func identity() throws {
    let same = three.dropLast().map { ($0.0, $0.0, 1.0) }
    for kind in PreconditionMeasure.Kind.allCases {
      let table = try table(description(three, kind: kind, mapping: same))
      let values = table.figures.map(\.value)
      let expected: [Double?] = kind == .proportion ? [0.1, 0.3, 0.1] : [10, 60, 5]
      #expect(values == expected)
      #expect(table.coverage.unmappedPart == 0)
    }
  }

  @Test("average means by the people behind them, and add counts")
  func otherKinds() throws {
    let both = [("1290A", "x", 1.0), ("1290B", "x", 1.0)]
    let mean = try table(description(three, kind: .mean, mapping: both))
    let weighted: Double = 13_000 / 300
    #expect(mean.figures.first?.value == weighted)
    let count = try table(description(three, kind: .count, mapping: both))
    #expect(count.figures.first?.value == 70)
  }

  @Test("leave what is missing out, and say so")
  func missing() throws {
    let some: [(String, Double?, Double?)] = [("1290A", nil, 100), ("1290B", 60, 200)]
    let table = try table(description(some, mapping: [("1290A", "x", 1), ("1290B", "x", 1)]))
    #expect(table.figures.first?.value == 0.3)
    #expect(table.figures.first?.withoutValue == ["1290A"])
    let none = try self.table(description([("1290A", nil, nil)], mapping: [("1290A", "x", 1)]))
    #expect(none.figures.first?.value == nil)
  }

  @Test("refuse a mapping that makes more of an area than there is")
  func over() {
    do {
      _ = try MapPreconditions()(
        description(three, mapping: [("1290A", "x", 0.7), ("1290A", "y", 0.4)]), retrievedAt: "")
      Issue.record("taken")
    } catch { #expect(error.list.map(\.key) == ["preconditions.overMapped"]) }
  }
}
