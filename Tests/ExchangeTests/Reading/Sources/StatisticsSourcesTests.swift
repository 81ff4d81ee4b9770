import Foundation
import SafetyModel
import Testing
import Workflows

@testable import Exchange

/// A source's recorded answers and what comes of them.
struct RecordedSource: CustomStringConvertible, Sendable {
  let source: any StatisticsSource
  var description: String { source.code }

  static let all = StatisticsSources.all.map { RecordedSource(source: $0) }

  private var folder: URL { SharedData.fixtures.appending(path: "sources/\(source.code)") }

  func entry() throws -> SourceEntry {
    let entries = try YamlSourcesFile().readSources(folder.appending(path: "sources.yaml").path)
    return try #require(entries.first)
  }

  func answers() throws -> [SourceAnswer] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.lastPathComponent.hasPrefix("answer") }
      .sorted { $0.path < $1.path }
      .map { SourceAnswer(name: $0.lastPathComponent, bytes: [UInt8](try Data(contentsOf: $0))) }
  }

  func observations(_ answers: [SourceAnswer]) throws -> [Observation] {
    let entry = try entry()
    let cube = try source.table(from: answers, for: entry)
    return try entry.series.flatMap {
      try MapObservations()(
        cube, series: $0, of: entry, from: "answer", retrievedAt: "2025-11-22T20:45:00Z")
    }
  }

  func golden() throws -> [String] {
    let file = folder.appending(path: "golden.csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  func record(_ lines: [String]) throws {
    let text = lines.joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: folder.appending(path: "golden.csv"))
  }
}

extension Observation {
  /// In a line, for golden files.
  var line: String {
    let value =
      switch value {
      case .number(let number): CanonicalNumber.text(number)
      case .missing(let reason): reason.rawValue
      }
    let groups = breakdown.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return [
      series, period.description, place.kind.rawValue, place.geography, place.code,
      groups.joined(separator: ","), value, provenance.originalCode ?? "",
    ].joined(separator: ";")
  }
}

@Suite("Every source of statistics")
struct StatisticsSourcesTests {
  @Test("has a word of its own")
  func codes() {
    #expect(Set(StatisticsSources.all.map(\.code)).count == StatisticsSources.all.count)
  }

  @Test("gives the golden observations of its recorded answers", arguments: RecordedSource.all)
  func golden(recorded: RecordedSource) throws {
    let lines = try recorded.observations(recorded.answers()).map(\.line)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try recorded.record(lines)
      Issue.record("recorded anew")
    }
    #expect(lines == (try recorded.golden()))
  }

  @Test("tells where each value comes from, in a unit that is known", arguments: RecordedSource.all)
  func provenance(recorded: RecordedSource) throws {
    let entry = try recorded.entry()
    #expect(entry.format == recorded.source.code)
    for observation in try recorded.observations(recorded.answers()) {
      let provenance = observation.provenance
      #expect(provenance.source == entry.code)
      #expect(provenance.retrievedAt == "2025-11-22T20:45:00Z")
      #expect(provenance.originalCode?.isEmpty == false)
      #expect(provenance.revision == nil)
      if let number = observation.value.number { #expect(number.isFinite) }
    }
  }

  @Test("refuses every answer that is cut off, with words", arguments: RecordedSource.all)
  func cutOff(recorded: RecordedSource) throws {
    let whole = try recorded.answers()
    let last = try #require(whole.last)
    let expected = try recorded.observations(whole)
    let step = max(1, last.bytes.count / 40)
    for length in stride(from: 0, to: last.bytes.count - 1, by: step) {
      var answers = whole
      answers[answers.count - 1].bytes = Array(last.bytes[..<length])
      do {
        let observations = try recorded.observations(answers)
        // Plain text has no end of its own: a cut at a line's end is a shorter table.
        #expect(recorded.source.code == "csv")
        #expect(observations.count <= expected.count)
      } catch let problems as Problems {
        #expect(!problems.list.isEmpty)
        problems.list.forEach { expectWords($0) }
      }
    }
  }

  @Test("refuses or survives every byte that is changed", arguments: RecordedSource.all)
  func mutations(recorded: RecordedSource) throws {
    let whole = try recorded.answers()
    let first = try #require(whole.first)
    let step = max(1, first.bytes.count / 150)
    for place in stride(from: 0, to: first.bytes.count, by: step) {
      var answers = whole
      answers[0].bytes[place] ^= 0x15
      do {
        _ = try recorded.observations(answers)
      } catch {
        #expect(error is Problems)
      }
    }
  }

  @Test("refuses values of the wrong kind and says where", arguments: RecordedSource.all)
  func wrongTypes(recorded: RecordedSource) throws {
    guard recorded.source.isAsked else { return }
    for wrong in ["true", "[]", "{}", "\"12,5\"", "\"twelve\""] {
      var answers = try recorded.answers()
      let text = String(decoding: answers[0].bytes, as: UTF8.self)
      // The first figure of each recorded answer.
      let figure = text.contains("2762601") ? "2762601" : "12.5"
      let quoted = text.contains("\"\(figure)\"") ? "\"\(figure)\"" : figure
      answers[0].bytes = Array(text.replacing(quoted, with: wrong, maxReplacements: 1).utf8)
      let found = problems { _ = try recorded.observations(answers) }
      #expect(found.map(\.key) == ["json.wrong"], "\(wrong)")
      #expect(found.first?.arguments["path"]?.contains("value") == true)
    }
  }

  @Test("gives the same figures in four formats of one table")
  func sameTable() throws {
    func values(_ code: String) throws -> [String: DataCell] {
      let recorded = try #require(RecordedSource.all.first { $0.source.code == code })
      let cube = try recorded.source.table(from: recorded.answers(), for: recorded.entry())
      let order = ["Civilstand", "Kon", "Tid"].compactMap { cube.dimension($0) }
      #expect(order.count == 3)
      var values: [String: DataCell] = [:]
      for a in cube.dimensions[order[0]].categories {
        for b in cube.dimensions[order[1]].categories {
          for c in cube.dimensions[order[2]].categories {
            var places = [Int](repeating: 0, count: cube.dimensions.count)
            places[order[0]] = cube.dimensions[order[0]].place(of: a.code) ?? -1
            places[order[1]] = cube.dimensions[order[1]].place(of: b.code) ?? -1
            places[order[2]] = cube.dimensions[order[2]].place(of: c.code) ?? -1
            values["\(a.code) \(b.code) \(c.code)"] = cube.cells[cube.cellNumber(places)]
          }
        }
      }
      return values
    }
    let first = try values("pxweb-1")
    #expect(first.count == 24)
    #expect(first["SK 2 2017"] == .number(553_226))
    #expect(try values("json-stat") == first)
    var shortened = first
    shortened["SK 2 2016"] = .missing(.notAvailable)
    shortened["SK 2 2017"] = .missing(.unexplained)
    #expect(try values("pxweb-2") == shortened)
    shortened["SK 2 2017"] = .missing(.notApplicable)
    #expect(try values("px") == shortened)
  }
}
