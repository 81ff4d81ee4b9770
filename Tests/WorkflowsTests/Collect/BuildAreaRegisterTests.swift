import SafetyModel
import Testing
import Workflows

/// A square in degrees by its lower left corner.
private func square(_ x: Double, _ y: Double, width: Double = 1, height: Double = 1) -> [Polygon] {
  let corners = [(0.0, 0.0), (0, height), (width, height), (width, 0), (0, 0)]
  return [
    Polygon(rings: [corners.map { Position(longitude: x + $0.0, latitude: y + $0.1) }])
  ]
}

private func area(_ name: String, _ polygons: [Polygon] = [], level: String = "Utsatt")
  -> PublishedArea
{
  PublishedArea(name: name, level: level, municipality: nil, polygons: polygons)
}

private func description(
  _ lists: [(Int, [PublishedArea])], outlines: [PublishedArea] = [], changes: [AreaChange] = []
) -> RegisterDescription {
  RegisterDescription(
    file: "register.yaml", name: LocalisedText(sv: "Register", en: "Register"),
    levels: [
      AreaLevel(code: "low", name: LocalisedText(sv: "Låg", en: "Low")),
      AreaLevel(
        code: "risk", name: LocalisedText(sv: "Risk", en: "Risk"),
        until: Period.year(2024).lastDay),
    ],
    levelWords: ["utsatt": "low", "risk": "risk"],
    lists: lists.map { year, areas in
      PublishedList(
        date: Period.year(year).firstDay, source: LocalisedText(sv: "K", en: "S"),
        file: "\(year).shp", areas: areas)
    },
    outlines: outlines,
    municipalities: [
      AreaGeometry(code: "1290", polygons: square(0, 0, width: 10, height: 10)),
      AreaGeometry(code: "1280", polygons: square(20, 0, width: 10, height: 10)),
    ], changes: changes)
}

private func told(_ register: AreaRegister) -> [String] {
  register.changes.map {
    "\($0.date.year) \($0.kind.rawValue) \($0.nature.rawValue) "
      + "\($0.before.joined(separator: "+")) > \($0.after.joined(separator: "+"))"
  }
}

@Suite("A register of lists")
struct BuildAreaRegisterTests {
  @Test("keeps an area's identity through names, spelling and borders")
  func identity() throws {
    let register = try BuildAreaRegister()(
      description([
        (2017, [area("Norra / Söder"), area("Öster")]),
        (2019, [area("norra/ söder", square(1, 1)), area("Öster", square(4, 4), level: "risk")]),
        (2021, [area("Norrtull", square(1, 1)), area("Öster", square(4, 4.1), level: "Utsatt")]),
      ]))
    #expect(register.areas.map(\.code).sorted() == ["1290-norra-soder", "1290-oster"])
    #expect(
      told(register) == [
        "2019 level-changed real 1290-oster > 1290-oster",
        "2021 renamed technical 1290-norra-soder > 1290-norra-soder",
        "2021 level-changed real 1290-oster > 1290-oster",
        "2021 redrawn technical 1290-oster > 1290-oster",
      ])
    let area = try #require(register.area("1290-norra-soder"))
    #expect(area.version(on: Period.year(2018).firstDay)?.name == "Norra / Söder")
    #expect(area.version(on: Period.year(2022).firstDay)?.name == "Norrtull")
    // Borders from a later list stand for those of the list that only named it.
    #expect(area.version(on: Period.year(2017).firstDay)?.polygons == square(1, 1))
  }

  @Test("finds splits, mergers, and what is new or gone")
  func partings() throws {
    let left = area("Väst", square(1, 1, width: 1, height: 2))
    let right = area("Öst", square(2, 1, width: 1, height: 2))
    let whole = area("Staden", square(1, 1, width: 2, height: 2))
    let other = area("Malmö", square(22, 2))
    let split = try BuildAreaRegister()(
      description([(2019, [whole, other]), (2021, [left, right])]))
    #expect(
      told(split) == [
        "2021 struck real 1280-malmo > ", "2021 split technical 1290-staden > 1290-ost+1290-vast",
      ])
    let merged = try BuildAreaRegister()(
      description([(2019, [left, right]), (2021, [whole, other])]))
    #expect(
      told(merged) == [
        "2021 listed real  > 1280-malmo", "2021 merged technical 1290-ost+1290-vast > 1290-staden",
      ])
  }

  @Test("believes what someone has told before what it finds")
  func toldChanges() throws {
    let day = Period.year(2021).firstDay
    let change = AreaChange(
      date: day, kind: .split, nature: .technical, before: ["gamla"], after: ["a", "b"])
    let register = try BuildAreaRegister()(
      description(
        [(2019, [area("Gamla")]), (2021, [area("A"), area("B"), area("C")])],
        changes: [change]))
    #expect(
      told(register) == ["2021 listed real  > c", "2021 split technical gamla > a+b"])
    let unknown = AreaChange(
      date: day, kind: .struck, nature: .technical, before: ["gamle"], after: [])
    do {
      _ = try BuildAreaRegister()(
        description([(2019, [area("Gamla")])], changes: [unknown]))
      Issue.record("taken")
    } catch {
      #expect(error.list.map(\.key) == ["register.unknownArea"])
      #expect(error.list.first?.arguments["near"] == "gamla")
    }
  }

  @Test("refuses lists that contradict each other or the levels")
  func faults() {
    func keys(_ lists: [(Int, [PublishedArea])]) -> [String] {
      do {
        _ = try BuildAreaRegister()(description(lists))
        return []
      } catch { return error.list.map(\.key) }
    }
    #expect(keys([(2019, []), (2019, [])]) == ["register.sameDate"])
    #expect(keys([(2019, [area("A"), area(" a ")])]) == ["register.twice"])
    #expect(keys([(2019, [area("A", level: "?")])]) == ["register.unknownLevel"])
    #expect(keys([(2024, [area("A", level: "Risk")])]) == [])
    #expect(keys([(2025, [area("A", level: "Risk")])]) == ["register.levelNotThen"])
    // The same name in two municipalities is two areas.
    #expect(keys([(2019, [area("A", square(1, 1)), area("A", square(21, 1))])]) == [])
  }
}
