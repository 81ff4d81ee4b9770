import Testing

@testable import DisclosureControl

@Suite("The sums that a reader can do")
struct AdditiveLinesTests {
  private func shapes(_ counts: [[[Int]]]) -> [TableShape] {
    InventedTables.crossed(counts).map {
      TableShape(dimensions: $0.dimensions, statistics: $0.statistics, keys: $0.rows.map(\.key))
    }
  }

  private let everyone = FigurePlace(table: 0, row: 0, statistic: 0)

  @Test("the categories of a row are one sum, and its headline another with its part")
  func withinRow() {
    let table = shapes([[[1, 2, 3]]])[0]
    let sums = AdditiveLines.all(in: [table]).map { Set($0.members.map(\.statistic)) }
    #expect(sums.contains([1, 2, 3]))
    #expect(sums.contains([0, 1]))
    #expect(sums.contains([0, 2, 3]))
  }

  @Test("the areas add up to everyone, in every statistic")
  func acrossRows() {
    let found = AdditiveLines.all(in: shapes([[[1, 2]], [[3, 4]]])).filter { $0.whole == everyone }
    #expect(found.contains { $0.parts.map(\.table) == [1, 1] && $0.parts.map(\.row) == [0, 1] })
  }

  @Test("a crossed table adds up along each of its dimensions")
  func crossed() {
    let all = AdditiveLines.all(in: shapes([[[1, 2], [1, 2]], [[3, 4], [3, 4]]]))
    let wholes = all.filter { $0.parts.allSatisfy { $0.table == 3 } }.compactMap(\.whole?.table)
    // Sums within a row have their whole in the same table.
    #expect(Set(wholes).subtracting([3]) == [1, 2])
  }
}
