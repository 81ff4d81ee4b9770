import Foundation
import GRDB
import SafetyModel
import Testing
import Workflows

@testable import StorageSQLite

@Suite("The migration to versions and observations")
struct KeepVersionsAndObservationsTests {
  private let temporary: TemporaryDirectory
  init() throws { temporary = try TemporaryDirectory() }

  /// What version 0.1.0 wrote.
  private static let thin = """
    {"goal":{"actions":[{"dueYear":2026,"effect":"preconditions","finding":{"sv":"f"},\
    "progress":0.5,"responsible":{"sv":"r"},"title":{"sv":"t"}}],"indicators":[\
    {"code":"unsafe","direction":"lower-is-better","name":{"en":"Unsafe","sv":"Otrygga"},\
    "source":{"survey":{"series":"trygghet","subject":"unsafe-dark"}},\
    "target":{"value":0.2,"year":2030}},\
    {"code":"offences","direction":"neutral","name":{"sv":"Brott"},"remark":{"sv":"Påhittat."},\
    "source":{"observations":{"_0":{"breaks":[{"reason":{"sv":"Nytt sätt."},"year":2023}],\
    "decimals":0,"kind":"count","observations":[{"value":812,"year":2021},\
    {"value":790.5,"year":2022},{"value":845,"year":2023}],"source":{"sv":"Källa"},\
    "unit":{"sv":"brott"}}}}}],"text":{"sv":"Tryggt"}},\
    "municipality":{"code":"","isExample":true,"name":{"sv":"Ekby"}}}
    """

  private func old(_ payload: String, hash: Data? = nil) throws {
    let old = try DataDirectory(temporary.data, migrations: [Migrations.createStores])
    let payload = Data(payload.utf8)
    try old.pool.write { db in
      try db.execute(
        sql: "INSERT INTO municipality (id, payload, hash) VALUES (1, ?, ?)",
        arguments: [payload, hash ?? ContentHash.of(payload)])
    }
    try old.close()
  }

  @Test("makes the settings version 1, with a definition for each stretch between breaks")
  func settings() async throws {
    try old(Self.thin)
    let directory = try DataDirectory.open(temporary.data)
    let version = try #require(try await SQLiteMunicipalityStore(directory).latest())
    #expect(version.change.number == 1)
    #expect(version.municipality.name.text(in: .swedish) == "Ekby")
    let goal = try #require(version.goal)
    #expect(goal.actions.map(\.dueYear) == [2026])
    let unsafe = try #require(goal.indicator("unsafe"))
    #expect(unsafe.direction == .lowerIsBetter)
    #expect(unsafe.target == IndicatorTarget(value: 0.2, year: 2030))
    #expect(unsafe.definition?.source == .survey(series: "trygghet", subject: "unsafe-dark"))
    let offences = try #require(goal.indicator("offences"))
    #expect(offences.forResidents?.text(in: .swedish) == "Påhittat.")
    #expect(offences.definitions.map { $0.values.map(\.value) } == [[812, 790.5], [845]])
    #expect(offences.definitions.map(\.source.kind) == [.register, .register])
    #expect(offences.definitions[0].ending?.successor == offences.definitions[1].code)
    #expect(offences.definitions[0].ending?.note.text(in: .swedish) == "Nytt sätt.")
    #expect(offences.definitions[1].unit == .named(LocalisedText(["sv": "brott"])))
    try directory.close()
    let report = try SQLiteSafekeeping().verify(temporary.data, progress: SilentProgress())
    #expect(report.isWhole)
  }

  @Test("of a municipality without a goal")
  func withoutGoal() async throws {
    try old(#"{"municipality":{"code":"1290","isExample":false,"name":{"sv":"K"}}}"#)
    let directory = try DataDirectory.open(temporary.data)
    let version = try await SQLiteMunicipalityStore(directory).latest()
    #expect(version?.municipality.code == "1290")
    #expect(version?.goal == nil)
    try directory.close()
  }

  @Test("refuses damaged settings, and leaves the old schema")
  func damaged() throws {
    try old(Self.thin, hash: Data(count: 32))
    let keys = problemKeys { _ = try DataDirectory.open(temporary.data) }
    #expect(keys == ["storage.damaged.municipality"])
    let queue = try DatabaseOpening.readable(temporary.database)
    let names = try queue.read { try String.fetchAll($0, sql: "SELECT name FROM migration") }
    #expect(names == ["create-stores"])
    try queue.close()
  }
}
