import Testing

@testable import SafetyModel

@Suite("Counting areas on a list")
struct AreaCountTests {
  private let register = SmallRegister.register

  private func count(_ year: Int, _ scope: AreaScope = .everywhere) -> AreaCount? {
    register.count(on: SmallRegister.day(year), in: scope)
  }

  @Test("holds until the next list, and there is none before the first")
  func lists() {
    #expect(count(2016) == nil)
    #expect(count(2017)?.total == 3)
    #expect(count(2018) == count(2017))
    #expect(count(2019)?.list == SmallRegister.day(2019))
    #expect(count(2022)?.total == 3)
    #expect(count(2023)?.total == 2)
    #expect(count(2090) == count(2023))
  }

  @Test("is of a municipality, a region or everywhere, and the parts sum to the whole")
  func scopes() {
    #expect(count(2019, .municipality("1290"))?.total == 2)
    #expect(count(2019, .municipality("1281"))?.total == 1)
    #expect(count(2019, .region("12"))?.total == 3)
    #expect(count(2019, .region("01"))?.total == 0)
    // An area that nobody has placed is only counted everywhere.
    #expect(count(2017)?.total == 3)
    #expect(count(2017, .region("12"))?.total == 2)
  }

  @Test("is divided by the levels that there were, in their order")
  func levels() {
    func levels(_ year: Int) -> [String]? { count(year)?.byLevel.map { "\($0.level) \($0.count)" } }
    #expect(levels(2017) == ["low 2", "high 1"])
    #expect(levels(2019) == ["low 1", "middle 1", "high 1"])
    #expect(levels(2023) == ["low 1", "high 1"])
    for year in [2017, 2019, 2023] {
      #expect(count(year)?.byLevel.reduce(0) { $0 + $1.count } == count(year)?.total)
    }
  }

  @Test("tells the areas by the names of the day")
  func names() {
    // Öster becomes Alby, and comes before Berga then.
    #expect(count(2019, .municipality("1290"))?.areas == ["1290-b", "1290-a"])
    #expect(count(2022, .municipality("1290"))?.areas == ["1290-a", "1290-b"])
  }

  @Test("changes after one day and through another, for the areas concerned")
  func changes() {
    func kinds(_ start: Int, _ end: Int, _ scope: AreaScope = .everywhere) -> [AreaChange.Kind] {
      register.changes(
        after: SmallRegister.day(start), through: SmallRegister.day(end), in: scope
      ).map(\.kind)
    }
    #expect(kinds(2017, 2023) == [.listed, .renamed, .struck])
    #expect(kinds(2019, 2021) == [.renamed])
    #expect(kinds(2017, 2023, .municipality("1290")) == [.renamed, .struck])
    #expect(kinds(2023, 2030).isEmpty)
  }
}
