import Foundation
import SafetyModel
import Testing
import Workflows

@testable import Exchange

@Suite("Preconditions from published tables")
struct YamlPreconditionsFileTests {
  private func preconditions(_ file: String) throws -> Preconditions {
    try MapPreconditions()(
      YamlPreconditionsFile().readPreconditions(file), retrievedAt: "2025-11-22T20:45:00Z")
  }

  @Test("are what another program makes of the same files")
  func oracle() throws {
    let folder = SharedData.fixtures.appending(path: "preconditions")
    let all = try preconditions(folder.appending(path: "preconditions.yaml").path)
    let table = try #require(all.tables(of: "low-education").first)
    #expect(table.period == .year(2022))
    let text = try String(contentsOf: folder.appending(path: "expected.csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").dropFirst(2).map { $0.split(separator: ",") }
    #expect(lines.map { String($0[0]) } == ["north", "south", "1290", "unmapped"])
    let figures = table.figures + [table.whole]
    for (figure, line) in zip(figures, lines) {
      #expect(figure.area == line[0])
      #expect(abs((figure.value ?? 0) - (Double(line[1]) ?? 1)) < 1e-12)
      #expect(abs(figure.base - (Double(line[2]) ?? 0)) < 1e-6)
    }
    #expect(abs(table.coverage.unmappedPart - (Double(lines[3][1]) ?? 1)) < 1e-12)
    #expect(table.coverage.unmapped.count == 3)
    #expect(table.coverage.unknown == ["1290C9999"])
  }

  @Test("come in through the same door from a file of one's own, with what is missing told")
  func ownFile() throws {
    let file = SharedData.fixtures.appending(path: "preconditions/preconditions.yaml")
    let table = try #require(try preconditions(file.path).tables(of: "overcrowded").first)
    #expect(table.figures.map(\.withoutValue.count) == [1, 0])
    #expect(table.whole.withoutValue.count == 1)
    #expect(table.provenance.source == "crowding")
    #expect(table.coverage.unmappedPart > 0)
  }

  @Test("are refused with everything that does not fit")
  func faults() throws {
    let folder = SharedData.fixtures.appending(path: "preconditions")
    let good = try String(
      contentsOf: folder.appending(path: "preconditions.yaml"), encoding: .utf8
    ).replacing("file: ", with: "file: \(folder.path)/")
    let cases = [
      ("table: education", "table: educatoin", "preconditions.noTable"),
      ("dimension: head2", "dimension: head3", "preconditions.noDimension"),
      ("value: förgymnasial utbildning", "value: forskare", "preconditions.noCategory"),
      ("to: area", "to: aera", "source.noColumn"),
      ("period: head1", "period: head2", "preconditions.notAPeriod"),
      ("format: xlsx", "format: xls", "yaml.unknownChoice"),
      ("lever: education", "lever: schools", "yaml.unknownChoice"),
      ("base: households", "decimals: 2", "yaml.duplicateKey"),
      ("areas.csv", "nowhere.csv", "file.notFound"),
    ]
    for (old, new, key) in cases {
      let temporary = try TemporaryFolder()
      let path = try temporary.write(Array(good.replacing(old, with: new).utf8), as: "p.yaml")
      let found = problems { _ = try preconditions(path) }
      #expect(found.first?.key == key, "\(new)")
      found.forEach { expectWords($0) }
    }
  }
}
