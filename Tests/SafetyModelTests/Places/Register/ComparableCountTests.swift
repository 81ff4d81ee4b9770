import SafetyModel
import Testing

/// A register of areas named by letters, all in the municipality 1290 but z.
func register(_ lists: [(String, [String])], _ changes: [AreaChange]) -> AreaRegister {
  let codes = Set(lists.flatMap(\.1)).sorted()
  return AreaRegister(
    name: LocalisedText(sv: "Register", en: "Register"),
    levels: [AreaLevel(code: "low", name: LocalisedText(sv: "Låg", en: "Low"))],
    areas: codes.map { code in
      RegisteredArea(
        code: code, municipality: code == "z" ? "0180" : "1290",
        versions: [AreaVersion(from: day(2015), name: code, polygons: [])])
    },
    lists: lists.map { date, areas in
      AreaList(
        date: Day(date) ?? day(2015), source: LocalisedText(sv: "Källa", en: "Source"),
        assessments: areas.map { AreaAssessment(area: $0, level: "low") })
    },
    changes: changes)
}

func day(_ year: Int) -> Day { Period.year(year).firstDay }

func change(
  _ kind: AreaChange.Kind, _ before: [String], _ after: [String], _ year: Int,
  _ nature: AreaChange.Nature? = nil
) -> AreaChange {
  AreaChange(
    date: day(year), kind: kind, nature: nature ?? AreaChange.usualNature(kind), before: before,
    after: after)
}

@Suite("Counting areas")
struct ComparableCountTests {
  private func outcome(_ register: AreaRegister) throws -> AreaTargetOutcome {
    try #require(
      register.outcome(of: 0, by: day(2024), since: day(2020), in: .municipality("1290")))
  }

  @Test("is of the list that held on the day, in the place that is asked for")
  func scopes() throws {
    let register = register([("2020-01-01", ["a", "b", "z"]), ("2022-01-01", ["a"])], [])
    #expect(register.count(on: day(2019)) == nil)
    #expect(register.count(on: day(2021))?.total == 3)
    #expect(register.count(on: day(2021), in: .region("12"))?.areas == ["a", "b"])
    #expect(register.count(on: day(2021), in: .municipality("0180"))?.total == 1)
    #expect(register.count(on: day(2030), in: .municipality("0180"))?.total == 0)
    let byLevel = register.count(on: day(2030))?.byLevel ?? []
    #expect(byLevel.map(\.level) == ["low"])
    #expect(byLevel.map(\.count) == [1])
  }

  @Test("by real change and officially are the same when every change is real")
  func real() throws {
    let register = register(
      [("2020-01-01", ["a", "b"]), ("2022-01-01", ["b", "c"]), ("2023-01-01", ["b"])],
      [
        change(.struck, ["a"], [], 2022), change(.listed, [], ["c"], 2022),
        change(.struck, ["c"], [], 2023), change(.renamed, ["b"], ["b"], 2023),
      ])
    let outcome = try outcome(register)
    #expect((outcome.baseline, outcome.official, outcome.comparable) == (2, 1, 1))
    #expect(outcome.technicalEffect == 0)
    #expect(!outcome.isReached)
    #expect(outcome.areasLeft == ["b"])
    #expect(outcome.changes.count == 4)
  }

  @Test("does not take a split for more, nor half of it struck for less")
  func split() throws {
    let split = change(.split, ["a"], ["b", "c"], 2022)
    let both = register([("2020-01-01", ["a"]), ("2022-01-01", ["b", "c"])], [split])
    #expect(try outcome(both).official == 2)
    #expect(try outcome(both).comparable == 1)
    let one = register(
      [("2020-01-01", ["a"]), ("2022-01-01", ["b", "c"]), ("2023-01-01", ["c"])],
      [split, change(.struck, ["b"], [], 2023)])
    #expect(try outcome(one).comparable == 1)
    let none = register(
      [("2020-01-01", ["a"]), ("2022-01-01", ["b", "c"]), ("2023-01-01", [])],
      [split, change(.struck, ["b"], [], 2023), change(.struck, ["c"], [], 2023)])
    #expect(try outcome(none).comparable == 0)
    #expect(try outcome(none).isReached)
    // A part that never came onto the list is not left.
    let half = register([("2020-01-01", ["a"]), ("2022-01-01", ["b"])], [split])
    #expect(try outcome(half).comparable == 1)
  }

  @Test("does not take a merger for less")
  func merged() throws {
    let merged = change(.merged, ["a", "b"], ["c"], 2022)
    let register = register([("2020-01-01", ["a", "b"]), ("2022-01-01", ["c"])], [merged])
    #expect(try outcome(register).official == 1)
    #expect(try outcome(register).comparable == 2)
    #expect(try outcome(register).technicalEffect == -1)
  }

  @Test("does not take what only changes on paper for a change")
  func technical() throws {
    let struck = register(
      [("2020-01-01", ["a"]), ("2022-01-01", [])], [change(.struck, ["a"], [], 2022, .technical)])
    #expect(try outcome(struck).official == 0)
    #expect(try outcome(struck).comparable == 1)
    #expect(try !outcome(struck).isReached)
    let listed = register(
      [("2020-01-01", []), ("2022-01-01", ["a"])], [change(.listed, [], ["a"], 2022, .technical)])
    #expect(try outcome(listed).official == 1)
    #expect(try outcome(listed).comparable == 0)
    #expect(try outcome(listed).isReached)
  }

  @Test("knows when a level exists")
  func levels() {
    let level = AreaLevel(
      code: "risk", name: LocalisedText(sv: "Risk", en: "Risk"), from: day(2015), until: day(2025))
    #expect(
      [2014, 2015, 2025, 2026].map { level.exists(on: day($0)) } == [false, true, true, false])
  }
}
