import Foundation
import SafetyModel
import Testing
import Workflows

@testable import Exchange

@Suite("Groups of municipalities")
struct MunicipalityGroupsTests {
  /// In the form of Kolada's answer, version 2 and 3.
  private static let kolada = """
    {"count": 2, "values": [
      {"id": "G1", "title": "Liknande kommuner", "members": [
        {"member_id": "1290", "member_title": "Kristianstad"}, {"id": "1293"}, "1280"]},
      {"id": "G2", "title": "Tom", "members": []}]}
    """
  private static let delimited = "group;municipality;name\nG1;1290;K\nG2;1287;T\nG1;1293;H\n"

  private func yaml(_ group: String) -> String {
    """
    municipality:
      code: "1290"
      name: {sv: K}
      groups:
        similar:
          name: {sv: Liknande, en: Similar}
          \(group)
    """
  }

  /// Reads a municipality's file beside the files of groups.
  private func read(_ group: String) throws -> [ComparisonGroup] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "groups-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [
      ("groups.json", Self.kolada), ("groups.csv", Self.delimited), ("m.yaml", yaml(group)),
      ("single.csv", "municipality\n1290\n1287\n"),
      ("bad.csv", "municipality\n1290\n128\n"), ("names.csv", "kommun\n1290\n"),
    ] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return try YamlMunicipalityFile().readMunicipality(folder.appending(path: "m.yaml").path)
      .municipality.groups
  }

  @Test("are an own list, a region, or imported with their members")
  func kinds() throws {
    #expect(
      try read("municipalities: [\"1290\", \"0180\"]").map(\.members)
        == [.listed(["1290", "0180"])])
    #expect(try read("region: \"12\"").map(\.members) == [.region("12")])
    #expect(
      try read("imported: {file: groups.json, group: G1}").map(\.members)
        == [
          .imported(
            ImportedGroup(file: "groups.json", group: "G1"), members: ["1290", "1293", "1280"])
        ])
    #expect(
      try read("imported: {file: groups.csv, group: G1}").map(\.members)
        == [.imported(ImportedGroup(file: "groups.csv", group: "G1"), members: ["1290", "1293"])])
    #expect(
      try read("imported: {file: single.csv}").map(\.members)
        == [.imported(ImportedGroup(file: "single.csv", group: nil), members: ["1290", "1287"])])
    let weighted = try read(
      "region: \"12\"\n      weighted-by: {series: people, name: {sv: folkmängden}}")
    #expect(weighted.first?.weighting?.series == "people")
  }

  @Test(
    "that are told wrongly are refused, in words",
    arguments: [
      ("region: Skåne", "municipality.badRegion"),
      ("municipalities: [\"1290\", \"128\"]", "municipality.badCode"),
      ("municipalities: [\"1290\", \"1290\"]", "municipality.memberTwice"),
      ("municipalities: []", "yaml.emptyList"),
      ("region: \"12\"\n      municipalities: [\"1290\"]", "municipality.oneGroup"),
      ("weighted-by: {series: people, name: {sv: f}}", "municipality.oneGroup"),
      ("imported: {file: groups.json, group: G3}", "municipality.noGroup"),
      ("imported: {file: groups.json}", "municipality.noGroup"),
      ("imported: {file: groups.json, group: G2}", "municipality.emptyGroup"),
      ("imported: {file: bad.csv}", "municipality.badCode"),
      ("imported: {file: names.csv}", "source.noColumn"),
      ("imported: {file: nowhere.json, group: G1}", "file.notFound"),
    ])
  func refused(group: String, key: String) throws {
    let found = problems { _ = try read(group) }
    #expect(found.contains { $0.key == key }, "\(found)")
    found.forEach { expectWords($0) }
  }

  @Test("tell line and column of a member that is none")
  func position() throws {
    let found = problems { _ = try read("municipalities: [\"1290\", \"128\"]") }
    #expect(found.first?.position == SourcePosition(line: 7, column: 32))
  }

  @Test("come back from the canonical form without the file that they were imported from")
  func canonical() throws {
    let groups = [
      ComparisonGroup(
        code: "similar", name: LocalisedText(sv: "Liknande", en: "Similar"),
        members: .imported(
          ImportedGroup(file: "gone: 1.json", group: "G: 1"), members: ["1290", "0180"]),
        weighting: GroupWeighting(
          series: "people", name: LocalisedText(sv: "folkmängden", en: "population"))),
      ComparisonGroup(
        code: "own", name: LocalisedText(["sv": "Egna"]), members: .listed(["0180", "1290"])),
      ComparisonGroup(code: "skane", name: LocalisedText(["sv": "S"]), members: .region("01")),
    ]
    let municipality = Municipality(
      code: "1290", name: LocalisedText(["sv": "K"]), isExample: false, groups: groups)
    let text = YamlMunicipalityWriter().write(municipality, goal: nil)
    let again = try YamlMunicipalityFile().readMunicipality(
      bytes: Array(text.utf8), file: "goals.yaml")
    #expect(again.municipality == municipality)
    #expect(YamlMunicipalityWriter().write(again.municipality, goal: nil) == text)
  }
}
