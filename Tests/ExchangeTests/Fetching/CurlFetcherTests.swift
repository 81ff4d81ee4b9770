import Foundation
import SafetyModel
import Synchronization
import Testing
import Workflows

@testable import Exchange

@Suite("Fetching", .serialized)
struct CurlFetcherTests {
  /// What was waited, in seconds, without waiting.
  final class Waits: Sendable {
    private let all = Mutex<[Int]>([])
    var seconds: [Int] { all.withLock { $0 } }
    func wait(_ seconds: Int) { all.withLock { $0.append(seconds) } }
  }

  private func fetch(
    _ answers: [LocalServer.Answer], policy change: (inout FetchPolicy) -> Void = { _ in },
    body: [UInt8]? = nil, tag: String? = nil, waits: Waits = Waits()
  ) async throws -> (result: Result<FetchedAnswer, Problems>, requests: [String]) {
    let server = try LocalServer(answers)
    defer { server.close() }
    var policy = FetchPolicy(hosts: ["source.example"], allowsOwnMachine: true)
    change(&policy)
    let fetcher = CurlFetcher(
      policy: policy, resolve: { _ in ["127.0.0.1"] }, wait: { waits.wait($0) })
    let request = SourceRequest(
      address: "http://source.example:\(server.port)/data?a=%5B1%5D", body: body)
    do {
      let answer = try await fetcher.fetch(request, knownTag: tag, progress: SilentProgress())
      return (.success(answer), server.requests)
    } catch let problems as Problems {
      problems.list.forEach { expectWords($0) }
      return (.failure(problems), server.requests)
    }
  }

  private func key(_ result: Result<FetchedAnswer, Problems>) -> String? {
    if case .failure(let problems) = result { problems.list.first?.key } else { nil }
  }

  @Test("gives the answer and its tag, and says who asks")
  func whole() async throws {
    let outcome = try await fetch([.http(200, Array("{}".utf8), headings: ["ETag: \"v1\""])])
    guard case .success(.answer(let answer, let tag)) = outcome.result else {
      Issue.record("\(outcome.result)")
      return
    }
    #expect(answer.bytes == Array("{}".utf8))
    #expect(tag == "\"v1\"")
    let request = try #require(outcome.requests.first)
    #expect(request.hasPrefix("GET /data?a=%5B1%5D HTTP/1.1\r\nHost: source.example"))
    #expect(request.contains("User-Agent: trygghet"))
  }

  @Test("sends a question as JSON")
  func question() async throws {
    let body = Array(#"{"query":["å"]}"#.utf8)
    let outcome = try await fetch([.http(200, [0x31])], body: body)
    let request = try #require(outcome.requests.first)
    #expect(request.hasPrefix("POST "))
    #expect(request.contains("Content-Type: application/json"))
    #expect(request.hasSuffix("\r\n\r\n" + #"{"query":["å"]}"#))
  }

  @Test("hears that nothing is new")
  func unchanged() async throws {
    let outcome = try await fetch([.http(304)], tag: "\"v1\"")
    guard case .success(.unchanged) = outcome.result else {
      Issue.record("\(outcome.result)")
      return
    }
    #expect(outcome.requests.first?.contains("If-None-Match: \"v1\"") == true)
    #expect(key(try await fetch([.http(304)]).result) == "fetch.refused")
  }

  @Test("waits for as long as the source asks, and asks again")
  func patience() async throws {
    let waits = Waits()
    let outcome = try await fetch(
      [
        .http(429, headings: ["Retry-After: 7"]), .http(500), .http(503),
        .http(200, Array("1".utf8)),
      ], waits: waits)
    #expect(key(outcome.result) == nil)
    #expect(outcome.requests.count == 4)
    #expect(waits.seconds == [7, 4, 8])
  }

  @Test("reckons a moment to come back from the answer's own clock")
  func moment() async throws {
    let waits = Waits()
    let told = "Retry-After: Wed, 21 Oct 2026 07:28:00 GMT"
    let outcome = try await fetch(
      [
        .http(503, headings: [told, "Date: Wed, 21 Oct 2026 07:27:35 GMT"]),
        .http(429, headings: [told, "Date: Wednesday, 21-Oct-26 07:28:05 GMT"]),
        .http(200, Array("1".utf8)),
      ], waits: waits)
    #expect(key(outcome.result) == nil)
    #expect(waits.seconds == [25, 1])
    let late = try await fetch([
      .http(503, headings: [told, "Date: Wed, 21 Oct 2026 07:26:00 GMT"])
    ])
    #expect(key(late.result) == "fetch.comeBackLater")
    if case .failure(let problems) = late.result {
      #expect(problems.list.first?.arguments["when"] == "Wed, 21 Oct 2026 07:28:00 GMT")
    }
  }

  @Test("gives up in the end, and does not wait for long")
  func impatience() async throws {
    let busy = LocalServer.Answer.http(429, headings: ["Retry-After: 1"])
    let outcome = try await fetch([busy, busy, busy, busy, busy])
    #expect(key(outcome.result) == "fetch.refused")
    #expect(outcome.requests.count == 4)
    for told in ["3600", "Wed, 21 Oct 2026 07:28:00 GMT", "-1"] {
      let later = try await fetch([.http(429, headings: ["Retry-After: \(told)"])])
      #expect(key(later.result) == "fetch.comeBackLater")
    }
  }

  @Test("takes no answer that is not whole, not one, or not small enough")
  func faults() async throws {
    let large = [UInt8](repeating: 0x20, count: 300_000)
    let cases: [(LocalServer.Answer, String)] = [
      (.http(200, Array("{\"a\":".utf8), length: 500), "fetch.cutOff"),
      (LocalServer.Answer(bytes: []), "fetch.cutOff"),
      (LocalServer.Answer(bytes: Array("HTTP/1.1 200 OK\r\nContent-Le".utf8)), "fetch.cutOff"),
      (.http(404), "fetch.refused"), (.http(403), "fetch.refused"),
      (.http(200, large), "fetch.tooLarge"),
      (.http(302, headings: ["Location: http://169.254.169.254/"]), "fetch.redirected"),
      (.http(301, headings: ["Location: https://elsewhere.example/"]), "fetch.redirected"),
    ]
    for (answer, expected) in cases {
      let outcome = try await fetch([answer], policy: { $0.mostBytes = 200_000 })
      #expect(key(outcome.result) == expected)
      #expect(outcome.requests.count == 1, "\(expected)")
    }
  }

  @Test("waits only so long for an answer that does not come")
  func slow() async throws {
    var hanging = LocalServer.Answer.http(200, Array("{".utf8), length: 500)
    hanging.hangs = true
    let outcome = try await fetch([hanging], policy: { $0.seconds = 1 })
    #expect(key(outcome.result) == "fetch.timedOut")
  }

  @Test("asks nobody who may not be asked")
  func policy() async throws {
    func refused(_ address: String, _ places: [String], own: Bool = false) async -> String? {
      let fetcher = CurlFetcher(
        policy: FetchPolicy(hosts: ["source.example"], allowsOwnMachine: own),
        program: "/nowhere/curl", resolve: { _ in places }, wait: { _ in })
      do {
        _ = try await fetcher.fetch(
          SourceRequest(address: address), knownTag: nil, progress: SilentProgress())
        return nil
      } catch { return (error as? Problems)?.list.first?.key }
    }
    let good = "https://source.example/data"
    #expect(await refused(good, ["8.8.8.8"]) == "fetch.noProgram")
    #expect(await refused("http://source.example/", ["8.8.8.8"]) == "fetch.notSecure")
    #expect(await refused("https://other.example/", ["8.8.8.8"]) == "fetch.notAllowed")
    #expect(await refused(good, []) == "fetch.unknownHost")
    // One private address among public ones is enough.
    #expect(await refused(good, ["8.8.8.8", "10.0.0.1"]) == "fetch.privateAddress")
    #expect(await refused(good, ["::1"], own: true) == "fetch.noProgram")
    #expect(await refused(good, ["10.0.0.1"], own: true) == "fetch.privateAddress")
    for address in [
      "file:///etc/passwd", "ftp://source.example/", "https://user@source.example/",
      "https://source.example#@other.example/", "https://source.example\\@other.example/",
      "https://source.example/\r\nX: y", "https:///data", "https://source.example:0/",
      "https://source.example:99999/", "https://[::1]/", "https://söurce.example/", "",
    ] { #expect(await refused(address, ["8.8.8.8"]) == "fetch.badAddress", "\(address)") }
  }

  @Test(
    "knows which addresses are not on the public internet",
    arguments: [
      "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1",
      "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.1",
      "203.0.113.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1",
      "::ffff:8.8.8.8", "64:ff9b::7f00:1", "fc00::1", "fd12::1", "fe80::1", "ff02::1",
      "2001:db8::1", "2001::1", "2002:7f00:1::", "3fff::1",
    ])
  func privateAddresses(text: String) throws {
    #expect(try !#require(NetworkAddress(text)).isPublic)
  }

  @Test(
    "and which are",
    arguments: ["8.8.8.8", "100.63.0.1", "172.15.0.1", "172.32.0.1", "192.1.0.1", "2a00:801::1"])
  func publicAddresses(text: String) throws {
    #expect(try #require(NetworkAddress(text)).isPublic)
  }
}
