import Foundation
import SafetyModel
import Testing
import Workflows

@testable import Exchange

@Suite(
  "The police's lists of vulnerable areas",
  .enabled(if: SharedData.has("police_areas"), "../shared/data/police_areas is not here"))
struct PoliceRegisterTests {
  /// The lists of 2015–2019 only name areas; those of 2021 and 2023 draw them.
  ///
  /// The days of the lists are the first of the month in the police's own data where they have one.
  static func yaml(_ format: String) -> String {
    let police = SharedData.shared.appending(path: "police_areas").path
    let geography = SharedData.shared.appending(path: "sweden_geo").path
    func drawn(_ name: String) -> String {
      format == "shp"
        ? "\(police)/original/\(name).shp" : "\(police)/derived_\(name)_wgs84.geojson"
    }
    func list(_ date: String, _ file: String, _ columns: String) -> String {
      "    - {date: \(date), source: {sv: Polisen}, file: \(file), \(columns)}"
    }
    let key = "\(police)/original/UO_key.xlsx"
    let named = [("2015", "2015-12-01"), ("2017", "2017-06-01"), ("2019", "2019-06-01")].map {
      list($0.1, key, "sheet: data, name: area_panel, level: \"\($0.0)\"")
    }
    let maps = [
      list("2021-12-01", drawn("UO2021"), "name: namn, level: kategori"),
      list("2023-12-01", drawn("uso_2023"), "name: NAMN, level: KATEGORI"),
    ]
    let head = """
      register:
        name: {sv: Polisens utsatta områden, en: The police's vulnerable areas}
        municipalities: {file: \(geography)/swedish_municipalities.geojson, code: id}
        levels:
          vulnerable:
            name: {sv: Utsatt område, en: Vulnerable area}
            words: [U, Utsatt område, utsattomr]
          risk:
            name: {sv: Riskområde, en: Risk area}
            until: 2025-11-30
            words: [R, Riskområde]
          particularly-vulnerable:
            name: {sv: Särskilt utsatt område, en: Particularly vulnerable area}
            words: [S, Särskilt utsatt område]
        outlines:
          - {file: \(drawn("USO_historiska")), name: namn}
        lists:
      """
    return ([head] + named + maps).joined(separator: "\n") + "\n"
  }

  private func register(_ format: String) throws -> AreaRegister {
    let folder = try TemporaryFolder()
    let text = PoliceRegisterTests.yaml(format)
    let path = try folder.write(Array(text.utf8), as: "register.yaml")
    return try BuildAreaRegister()(YamlRegisterFile().readRegister(path))
  }

  private func counts(_ register: AreaRegister, _ year: Int, _ scope: AreaScope) -> [Int]? {
    register.count(on: Period.year(year).lastDay, in: scope).map { count in
      [count.total]
        + ["particularly-vulnerable", "risk", "vulnerable"].map { level in
          count.byLevel.first { $0.level == level }?.count ?? 0
        }
    }
  }

  @Test(
    "give the published counts, from shapefiles and from GeoJSON", arguments: ["shp", "geojson"])
  func published(format: String) throws {
    let register = try register(format)
    #expect(counts(register, 2015, .everywhere)?.first == 53)
    #expect(counts(register, 2017, .everywhere) == [61, 23, 6, 32])
    #expect(counts(register, 2019, .everywhere) == [60, 22, 10, 28])
    #expect(counts(register, 2021, .everywhere) == [61, 19, 14, 28])
    #expect(counts(register, 2023, .everywhere) == [59, 17, 15, 27])

    let kristianstad = AreaScope.municipality("1290")
    #expect(
      [2015, 2017, 2019, 2021, 2023].map { counts(register, $0, kristianstad)?.first } == [
        2, 2, 2, 2, 1,
      ])
    let left = register.count(on: Period.year(2024).lastDay, in: kristianstad)?.areas
    #expect(left == ["1290-gamlegarden"])
    let changes = register.changes(
      after: Period.year(2015).firstDay, through: Period.year(2024).firstDay,
      in: kristianstad)
    #expect(changes.map(\.kind) == [.struck])
    #expect(changes.first?.before == ["1290-charlottesborg"])
    #expect(changes.first?.date.year == 2023)
    #expect(changes.first?.nature == .real)
  }

  /// The policy of Kristianstad: from two areas to none in 2024.
  @Test("say of the policy's target: not reached, one is left")
  func policy() throws {
    let register = try register("shp")
    let outcome = try #require(
      register.outcome(
        of: 0, by: Period.year(2024).lastDay, since: Period.year(2021).lastDay,
        in: .municipality("1290")))
    #expect(!outcome.isReached)
    #expect((outcome.baseline, outcome.official, outcome.comparable) == (2, 1, 1))
    #expect(outcome.areasLeft.count == 1)
    #expect(outcome.technicalEffect == 0)
  }

  @Test("keep areas that were renamed, and place every area in a municipality that has it")
  func identities() throws {
    let register = try register("shp")
    // The key has 69 areas; so has the register.
    #expect(register.areas.count == 69)
    let renamed = register.changes.filter { $0.kind == .renamed }.compactMap(\.later)
    #expect(
      Set(renamed).isSuperset(of: [
        "Rosengård", "Dalhem / Drottninghög / Fredriksdal",
      ]))
    #expect(register.areas.allSatisfy { $0.municipality?.count == 4 })
    #expect(register.areas.allSatisfy { !($0.versions.last?.polygons.isEmpty ?? true) })
    let skane = register.areas.filter { $0.region == "12" }.compactMap(\.municipality)
    #expect(Set(skane) == ["1280", "1282", "1283", "1290"])
    // Counted by real change alone, the country's figure is the official one: no area of the key
    // was split or merged.
    #expect(
      register.comparableCount(
        on: Period.year(2023).lastDay, since: Period.year(2017).lastDay) == 59)
  }
}
