import DisclosureControl
import Testing

@Suite("Rounding and bands")
struct RoundingTests {
  private func row(_ counts: [Int]) -> ProtectedRow {
    DisclosureRules().protect([InventedTables.table([], [([], counts)])])[0].rows[0]
  }

  @Test("percentages are whole below a thousand answers and carry one decimal above")
  func decimals() {
    #expect(row([123, 400]).headline.value == 0.24)
    #expect(row([1234, 4000]).headline.value == 0.236)
  }

  @Test("bases are told in tens, small ones as one band")
  func bands() {
    #expect(row([20, 17]).base == row([20, 18]).base)
    #expect(row([20, 17]).base.atLeast == 30 && row([20, 17]).base.atMost == 39)
    #expect(row([2, 1]).base.atLeast == 0 && row([2, 1]).base.atMost == 29)
  }

  @Test("the interval is rounded like its figure")
  func interval() {
    let figure = row([123, 400]).headline
    #expect(figure.lower == 0.20 && figure.upper == 0.28)
  }

  @Test("a mean keeps the scale of its index")
  func means() {
    let cell = EstimatedCell(
      value: 2.2149, standardError: 0.01, lower: 2.18, upper: 2.249, count: nil)
    let table = EstimatedTable(
      subject: "index", measure: .mean, dimensions: [],
      statistics: [TableStatistic(code: TableStatistic.headline)],
      rows: [EstimatedRow(key: [], base: 1500, cells: [cell])], comparisons: [])
    #expect(DisclosureRules().protect([table])[0].rows[0].headline.value == 2.21)
  }
}
