import Foundation
import SafetyModel
import Testing
import Workflows

@testable import Exchange

@Suite("Taking in a source's values", .serialized)
struct FetchSourceTests {
  /// Fetches a recorded source from a server on this machine.
  private func fetch(_ code: String, _ answers: [LocalServer.Answer], _ stores: MemoryStores? = nil)
    async throws -> (stores: MemoryStores, key: String?, requests: [String])
  {
    let recorded = try #require(RecordedSource.all.first { $0.source.code == code })
    let server = try LocalServer(answers)
    defer { server.close() }
    var entry = try recorded.entry()
    entry.address = "http://source.example:\(server.port)/data"
    let kept = stores ?? MemoryStores([])
    _ = await kept.save([entry], note: ChangeNote(who: "", why: "", at: ""))
    let fetcher = CurlFetcher(
      policy: FetchPolicy(hosts: ["source.example"], retries: 0, allowsOwnMachine: true),
      resolve: { _ in ["127.0.0.1"] }, wait: { _ in })
    let run = FetchSource(
      sources: kept, observations: kept, formats: StatisticsSources.all, fetcher: fetcher,
      clock: FixedClock())
    do {
      _ = try await run(entry.code, progress: SilentProgress())
      return (kept, nil, server.requests)
    } catch let problems as Problems {
      problems.list.forEach { expectWords($0) }
      return (kept, problems.list.first?.key, server.requests)
    }
  }

  private func answers(_ code: String) throws -> [[UInt8]] {
    let recorded = try #require(RecordedSource.all.first { $0.source.code == code })
    return try recorded.answers().map(\.bytes)
  }

  @Test("takes all of an answer in", arguments: ["json-stat", "pxweb-1", "pxweb-2"])
  func whole(code: String) async throws {
    let bytes = try answers(code)[0]
    let first = try await fetch(code, [.http(200, bytes, headings: ["ETag: \"v1\""])])
    #expect(first.key == nil)
    #expect(await first.stores.observed.count == 12)
    let state = try #require(await first.stores.kept.first)
    #expect((state.added, state.revised, state.tag) == (12, 0, "\"v1\""))
    #expect(state.succeededAt == "2025-11-22T20:45:00Z")
  }

  @Test("takes a source's change of a value in as a revision")
  func revised() async throws {
    let bytes = try answers("pxweb-2")[0]
    let first = try await fetch("pxweb-2", [.http(200, bytes)])
    let text = String(decoding: bytes, as: UTF8.self).replacing("1651482", with: "1651483")
    let second = try await fetch("pxweb-2", [.http(200, Array(text.utf8))], first.stores)
    let state = try #require(await second.stores.kept.first)
    #expect((state.added, state.revised, state.unchanged) == (0, 1, 11))
  }

  @Test(
    "asks page after page, from the recorded ones of Kolada", arguments: ["kolada-2", "kolada-3"])
  func pages(code: String) async throws {
    let recorded = try answers(code)
    let server = try LocalServer([.http(200, recorded[1])])
    defer { server.close() }
    let next = "http://source.example:\(server.port)/data?page=2"
    let text = String(decoding: recorded[0], as: UTF8.self)
    let address = try #require(text.firstMatch(of: /"(https:[^"]*)"/)).output.1
    let first = Array(text.replacing(address, with: next).utf8)
    let outcome = try await fetch(code, [.http(200, first)])
    #expect(outcome.key == nil)
    #expect(await outcome.stores.observed.count == 9)
    #expect(server.requests.first?.hasPrefix("GET /data?page=2") == true)
    // A next page elsewhere is not asked.
    let elsewhere = Array(text.replacing(address, with: "https://elsewhere.example/").utf8)
    #expect(try await fetch(code, [.http(200, elsewhere)]).key == "fetch.notAllowed")
    // A second page that fails undoes the first.
    let broken = try LocalServer([.http(500)])
    defer { broken.close() }
    let dead = "http://source.example:\(broken.port)/"
    let half = try await fetch(code, [.http(200, Array(text.replacing(address, with: dead).utf8))])
    #expect(half.key == "fetch.refused")
    #expect(await half.stores.observed.isEmpty)
  }

  @Test("reads signs for missing values for what they are")
  func missing() async throws {
    let text = String(decoding: try answers("pxweb-2")[0], as: UTF8.self)
      .replacing("1651482", with: "\"..\"").replacing("1672460", with: "\".\"")
    let outcome = try await fetch("pxweb-2", [.http(200, Array(text.utf8))])
    #expect(outcome.key == nil)
    let values = await outcome.stores.observed.values.filter {
      $0.series == "married" && $0.breakdown == ["sex": "men"]
    }.sorted { $0.period < $1.period }.map(\.value)
    #expect(values == [.missing(.notAvailable), .missing(.notApplicable), .number(1_687_016)])
  }

  @Test("does not take the same answer twice when the source says that it is the same")
  func unchanged() async throws {
    let bytes = try answers("pxweb-2")[0]
    let recorded = try #require(RecordedSource.all.first { $0.source.code == "pxweb-2" })
    let server = try LocalServer([.http(200, bytes, headings: ["ETag: \"v1\""]), .http(304)])
    defer { server.close() }
    var entry = try recorded.entry()
    entry.address = "http://source.example:\(server.port)/data"
    let stores = MemoryStores([entry])
    let run = FetchSource(
      sources: stores, observations: stores, formats: StatisticsSources.all,
      fetcher: CurlFetcher(
        policy: FetchPolicy(hosts: ["source.example"], allowsOwnMachine: true),
        resolve: { _ in ["127.0.0.1"] }, wait: { _ in }), clock: FixedClock())
    _ = try await run(entry.code, progress: SilentProgress())
    let state = try await run(entry.code, progress: SilentProgress())
    #expect((state.added, state.unchanged, state.fault) == (0, 12, nil))
    #expect(server.requests.last?.contains("If-None-Match: \"v1\"") == true)
  }
}
