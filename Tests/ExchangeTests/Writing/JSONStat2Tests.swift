import DisclosureControl
import Foundation
import SafetyModel
import Testing
import Workflows

@testable import Exchange

@Suite("A table as JSON-stat 2")
struct JSONStat2Tests {
  private let publication = ExamplePublication.publication()

  private func written(_ dimensions: [String], _ language: Language = .swedish) throws -> Data {
    let table = try #require(publication.table("unsafe-dark", by: dimensions))
    return Data(JSONStat2().write(table, of: publication, in: language))
  }

  private func json(_ data: Data) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("has every cell, and says of a hidden one why")
  func cells() throws {
    let table = try #require(publication.table("unsafe-dark", by: ["area", "sex"]))
    let dataset = try json(written(["area", "sex"]))
    #expect(dataset["id"] as? [String] == ["wave", "area", "sex", "statistic", "figure"])
    #expect(dataset["size"] as? [Int] == [1, 4, 2, 3, 5])
    let values = try #require(dataset["value"] as? [Any])
    let status = try #require(dataset["status"] as? [String: String])
    #expect(values.count == 120)
    for (place, figure) in table.rows.flatMap(\.figures).enumerated() {
      #expect(values[place * 5] as? Double == figure.value)
      let told = figure.status == .shown ? nil : figure.status.rawValue
      for part in 0..<3 { #expect(status[String(place * 5 + part)] == told) }
      #expect(values[place * 5 + 3] is Int)
    }
  }

  @Test("gives roles, units and words for the statuses", arguments: [Language.swedish, .english])
  func words(_ language: Language) throws {
    let dataset = try json(written(["area", "sex"], language))
    let role = try #require(dataset["role"] as? [String: [String]])
    #expect(role == ["time": ["wave"], "geo": ["area"], "metric": ["figure"]])
    let about = try #require(dataset["extension"] as? [String: Any])
    let statuses = try #require(about["status"] as? [String: String])
    #expect(Set(statuses.keys) == Set(FigureStatus.allCases.map(\.rawValue)))
    let notes = try #require(dataset["note"] as? [String])
    #expect(!(notes + statuses.values).contains { $0.contains("⟦") || $0.contains("{") })
  }

  @Test("has labels that are unique within their dimension")
  func labels() throws {
    let dataset = try json(written(["area", "sex"]))
    let dimensions = try #require(dataset["dimension"] as? [String: [String: Any]])
    for dimension in dimensions.values {
      let category = try #require(dimension["category"] as? [String: Any])
      let labels = try #require(category["label"] as? [String: String])
      #expect(Set(labels.values).count == labels.count)
    }
  }

  @Test(
    "is accepted by jsonstat-validator and read by pyjstat",
    .enabled(if: Python.hasClients, "jsonstat-validator and pyjstat are not installed"),
    arguments: [[], ["area", "sex"]])
  func clients(_ dimensions: [String]) throws {
    let folder = try TemporaryFolder()
    for language in [Language.swedish, .english] {
      let path = try folder.write(Array(written(dimensions, language)), as: "table.json")
      #expect(Python.run(Python.check, [path]) == 0)
    }
  }
}

@Suite("The list of table formats")
struct TableFormatsTests {
  @Test("has each ending once, and writes every table")
  func all() throws {
    let publication = ExamplePublication.publication()
    #expect(Set(TableFormats.all.map(\.fileEnding)).count == TableFormats.all.count)
    for format in TableFormats.all {
      for table in publication.tables {
        let bytes = format.write(table, of: publication, in: .swedish)
        let text = try #require(String(validating: bytes, as: UTF8.self))
        #expect(text.contains("unsafe-dark"))
        #expect(bytes == format.write(table, of: publication, in: .swedish))
      }
    }
  }
}

/// Clients that others wrote, where they are installed.
enum Python {
  /// Exit code 0 when the file is valid and its table has as many rows as cells.
  static let check = """
    import json, sys
    from jsonstat_validator import validate_jsonstat
    from pyjstat import pyjstat
    text = open(sys.argv[1], encoding="utf-8").read()
    dataset = json.loads(text)
    validate_jsonstat(dataset)
    frame = pyjstat.Dataset.read(text).write("dataframe")
    cells = len(dataset["value"])
    assert len(frame) == cells, (len(frame), cells)
    assert len(frame.drop(columns="value").drop_duplicates()) == cells
    hidden = frame["value"].isna().sum()
    assert hidden == len(dataset.get("status", {})), hidden
    """

  static let hasClients = run("import jsonstat_validator, pyjstat", []) == 0

  /// Runs with our own child process rather than Foundation's, which the tests beside it share.
  static func run(_ script: String, _ arguments: [String]) -> Int32 {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let shell = ["-c", "PATH=$0 exec python3 -c \"$@\"", path, script]
    let ending = try? ChildProcess.run(
      "/bin/sh", shell + arguments, timeout: .seconds(60), listen: { _ in })
    guard case .exited(let code) = ending else { return -1 }
    return code
  }
}
