import Testing

@testable import SafetyModel

/// A register of two municipalities: three areas, of which one is renamed and one is struck.
enum SmallRegister {
  static let words = LocalisedText(sv: "x", en: "x")

  static func day(_ year: Int) -> Day { Period.year(year).lastDay }

  static func area(_ code: String, _ names: [(Int, String)]) -> RegisteredArea {
    RegisteredArea(
      code: code, municipality: String(code.prefix(4)),
      versions: names.map { AreaVersion(from: day($0.0), name: $0.1, polygons: []) })
  }

  static func list(_ year: Int, _ levels: [String: String]) -> AreaList {
    AreaList(
      date: day(year), source: words,
      assessments: levels.sorted { $0.key < $1.key }.map {
        AreaAssessment(area: $0.key, level: $0.value)
      })
  }

  static let register = AreaRegister(
    name: words,
    levels: [
      AreaLevel(code: "low", name: words),
      AreaLevel(code: "middle", name: words, from: day(2018), until: day(2022)),
      AreaLevel(code: "high", name: words),
    ],
    areas: [
      area("1290-a", [(2017, "Öster"), (2021, "Alby")]), area("1290-b", [(2017, "Berga")]),
      area("1281-c", [(2017, "Cedern")]),
      RegisteredArea(
        code: "nowhere", municipality: nil,
        versions: [AreaVersion(from: day(2017), name: "N", polygons: [])]),
    ],
    lists: [
      list(2017, ["1290-a": "low", "1290-b": "high", "nowhere": "low"]),
      list(2019, ["1290-a": "middle", "1290-b": "high", "1281-c": "low"]),
      list(2023, ["1290-a": "high", "1281-c": "low"]),
    ],
    changes: [
      AreaChange(date: day(2019), kind: .listed, nature: .real, before: [], after: ["1281-c"]),
      AreaChange(
        date: day(2021), kind: .renamed, nature: .technical, before: ["1290-a"],
        after: ["1290-a"], earlier: "Öster", later: "Alby"),
      AreaChange(date: day(2023), kind: .struck, nature: .real, before: ["1290-b"], after: []),
    ])
}

@Suite("A register of areas")
struct AreaRegisterTests {
  private let register = SmallRegister.register

  @Test("knows an area by the name that it had on a day")
  func names() throws {
    let area = try #require(register.area("1290-a"))
    func name(_ year: Int) -> String? { area.version(on: SmallRegister.day(year))?.name }
    #expect((name(2017), name(2020), name(2021), name(2030)) == ("Öster", "Öster", "Alby", "Alby"))
    // Before anything is known of it, the first that is known stands.
    #expect(name(2000) == "Öster")
    #expect(register.area("1290-z") == nil)
  }

  @Test("knows levels for the time that they exist, both ends included")
  func levels() throws {
    let middle = try #require(register.level("middle"))
    let ends = try #require(middle.from)
    #expect(middle.exists(on: ends))
    #expect(middle.exists(on: SmallRegister.day(2022)))
    #expect(!middle.exists(on: SmallRegister.day(2017)))
    #expect(!middle.exists(on: SmallRegister.day(2023)))
    #expect(try #require(register.level("low")).exists(on: SmallRegister.day(1900)))
    #expect(register.level("gone") == nil)
  }

  @Test("takes the region from the municipality")
  func region() {
    #expect(register.areas.map(\.region) == ["12", "12", "12", nil])
  }
}
