import Foundation
import SafetyModel
import TestSupport
import Testing
import Texts
import Workflows

@testable import Exchange

/// Everything that can go wrong at a source, against a server on this machine.
///
/// What comes of it stands as a table in `docs/methods/source-faults.md`, which is made from this
/// suite: `RECORD_GOLDEN=1` writes it anew.
@Suite("Faults of sources", .serialized)
struct SourceFaultTests {
  private let recorded: RecordedSource
  private let right: [UInt8]

  init() throws {
    recorded = try #require(RecordedSource.all.first { $0.source.code == "pxweb-2" })
    right = try #require(recorded.answers().first).bytes
  }

  /// Fetches twice: first what is right, then what is not; gives the second's problem.
  private func outcome(_ fault: SourceFault) async throws -> Problem? {
    let server = try LocalServer([.http(200, right)] + fault.answers)
    defer { server.close() }
    var entry = try recorded.entry()
    entry.address = "http://source.example:\(server.port)/data"
    let stores = MemoryStores([entry])
    let run = FetchSource(
      sources: stores, observations: stores, formats: StatisticsSources.all,
      fetcher: CurlFetcher(
        policy: FetchPolicy(
          hosts: ["source.example"], mostBytes: 200_000, seconds: 2, retries: 2,
          allowsOwnMachine: true),
        resolve: { _ in ["127.0.0.1"] }, wait: { _ in }),
      clock: FixedClock())
    _ = try await run(entry.code, progress: SilentProgress())
    let before = await stores.observed
    #expect(before.count == 12)
    do {
      _ = try await run(entry.code, progress: SilentProgress())
      #expect(await stores.kept.first?.fault == nil)
      #expect(server.requests.count == fault.answers.count + 1, "\(fault.words)")
      return nil
    } catch let problems as Problems {
      #expect(await stores.observed == before, "\(fault.words)")
      let state = try #require(await stores.kept.first)
      #expect(state.fault == problems.list.first?.key, "\(fault.words)")
      #expect(state.succeededAt != nil && state.added == 12, "\(fault.words)")
      #expect(server.requests.count == fault.answers.count + 1, "\(fault.words)")
      problems.list.forEach { expectWords($0) }
      return problems.list.first
    }
  }

  @Test("change nothing, are told in words, and stand in the documentation")
  func faults() async throws {
    var lines = ["| the source answers with | what comes of it |", "|---|---|"]
    let english = try #require(Texts.all.first { $0.language.code == "en" })
    for fault in SourceFault.all(of: right) {
      let problem = try await outcome(fault)
      #expect(problem?.key == fault.key, "\(fault.words)")
      let words = problem.map { english("problem.\($0.key)", $0.arguments) } ?? "Taken in."
      lines.append("| \(fault.words) | \(words) |")
    }
    try expectInDocumentation(lines.joined(separator: "\n") + "\n")
  }

  /// Compares the table with the one in the documentation, below its mark.
  private func expectInDocumentation(_ table: String) throws {
    let file = SharedData.repository.appending(path: "docs/methods/source-faults.md")
    let mark = "<!-- Made by SourceFaultTests; not written by hand. -->\n\n"
    let text = try String(contentsOf: file, encoding: .utf8)
    let place = try #require(text.range(of: mark))
    let rest = text[place.upperBound...]
    let end = rest.range(of: "\n\n").map { rest.index($0.lowerBound, offsetBy: 1) }
    let found = rest[..<(end ?? rest.endIndex)]
    if Golden.isRecording {
      let new = text[..<place.upperBound] + table + rest[found.endIndex...]
      try Data(new.utf8).write(to: file)
      Issue.record("Recorded source-faults.md.")
    } else {
      #expect(found == table)
    }
  }
}
