import SafetyModel
import Testing
import Workflows

@testable import Exchange

/// TLS with certificates of a throw-away authority, against a server on this machine.
@Suite(
  "Fetching over TLS", .serialized, .enabled(if: SecureServer.isHere, "there is no openssl here"))
struct SecureFetchingTests {
  private let authority: Authority
  init() throws { authority = try Authority() }

  private func fetch(
    _ identity: (certificate: String, key: String), trusting authorities: String?,
    answer: LocalServer.Answer = .http(200, Array("{}".utf8)), options: [String] = []
  ) async throws -> Result<FetchedAnswer, Problems> {
    let server = try SecureServer(identity, answer: answer, options: options)
    defer { server.close() }
    let fetcher = CurlFetcher(
      policy: FetchPolicy(
        hosts: ["source.example"], retries: 0, authorities: authorities, allowsOwnMachine: true),
      resolve: { _ in ["127.0.0.1"] }, wait: { _ in })
    let request = SourceRequest(address: "https://source.example:\(server.port)/answer")
    do {
      return .success(
        try await fetcher.fetch(request, knownTag: nil, progress: SilentProgress()))
    } catch let problems as Problems {
      problems.list.forEach { expectWords($0) }
      return .failure(problems)
    }
  }

  private func key(_ result: Result<FetchedAnswer, Problems>) -> String? {
    if case .failure(let problems) = result { problems.list.first?.key } else { nil }
  }

  @Test("takes an answer with the right certificate")
  func right() async throws {
    let result = try await fetch(
      authority.issue("source.example"), trusting: authority.certificate)
    guard case .success(.answer(let answer, _)) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(answer.bytes == Array("{}".utf8))
  }

  @Test("takes none with the certificate of another host, and says so")
  func otherHost() async throws {
    let result = try await fetch(authority.issue("other.example"), trusting: authority.certificate)
    #expect(key(result) == "fetch.certificateOfAnother")
  }

  @Test("takes none with a certificate that has ended, and says so")
  func expired() async throws {
    let result = try await fetch(
      authority.issue("source.example", days: -1), trusting: authority.certificate)
    #expect(key(result) == "fetch.certificateExpired")
  }

  @Test("takes none that only vouches for itself, and says so")
  func selfSigned() async throws {
    let result = try await fetch(
      authority.selfSigned("source.example"), trusting: authority.certificate)
    #expect(key(result) == "fetch.certificateUnknown")
  }

  @Test("takes none from an authority that the system does not know, unless it is told of it")
  func unknownAuthority() async throws {
    let identity = try authority.issue("source.example")
    #expect(key(try await fetch(identity, trusting: nil)) == "fetch.certificateUnknown")
    let missing = authority.certificate + ".not-there"
    #expect(key(try await fetch(identity, trusting: missing)) == "fetch.noAuthorities")
  }

  @Test("speaks TLS 1.2 at least")
  func oldProtocol() async throws {
    let identity = try authority.issue("source.example")
    let old = try await fetch(
      identity, trusting: authority.certificate,
      options: ["-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"])
    #expect(key(old) == "fetch.notTrusted")
    let recent = try await fetch(
      identity, trusting: authority.certificate, options: ["-tls1_2"])
    #expect(key(recent) == nil)
  }

  @Test("does not follow to plain http, nor to a private address, nor to itself")
  func redirects() async throws {
    let identity = try authority.issue("source.example")
    let target = try LocalServer([.http(200, Array("{}".utf8))])
    defer { target.close() }
    for location in [
      "http://source.example:\(target.port)/", "http://127.0.0.1:\(target.port)/",
      "https://169.254.169.254/latest/meta-data/", "/answer",
    ] {
      let result = try await fetch(
        identity, trusting: authority.certificate,
        answer: .http(302, headings: ["Location: \(location)"]))
      #expect(key(result) == "fetch.redirected")
    }
    #expect(target.requests.isEmpty)
  }

  @Test("does not speak TLS with a server that speaks plain http")
  func plainServer() async throws {
    let server = try LocalServer([.http(200, Array("{}".utf8))])
    defer { server.close() }
    let fetcher = CurlFetcher(
      policy: FetchPolicy(hosts: ["source.example"], retries: 0, allowsOwnMachine: true),
      resolve: { _ in ["127.0.0.1"] }, wait: { _ in })
    let request = SourceRequest(address: "https://source.example:\(server.port)/answer")
    await #expect(throws: Problems.self) {
      _ = try await fetcher.fetch(request, knownTag: nil, progress: SilentProgress())
    }
  }
}
