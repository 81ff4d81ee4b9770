import Pages
import HTTPTypes
import Testing

@testable import Web

@Suite("Security headers")
struct SecurityHeadersTests {
  private static let otherPaths = [
    "/", "/health", "/robots.txt", "/sv", "/sv/finns-inte", "/xx/", "/%00", "/sv/../etc/passwd",
    "/assets/site.css", TestSite.table.path,
  ]

  @Test("are on every page", arguments: TestSite.addresses.map(\.path))
  func pages(path: String) async throws {
    let answer = try await TestSite().answer(path)
    #expect(answer.status == .ok)
    try expectAll(answer.headers)
  }

  @Test("are on redirects, errors and files", arguments: otherPaths)
  func others(path: String) async throws {
    try expectAll(try await TestSite().answer(path).headers)
  }

  @Test("are on a refused method and on 304")
  func refusedAndUnchanged() async throws {
    let site = TestSite()
    try expectAll(try await site.answer("/sv/", .post).headers)
    let tag = try #require(try await site.answer("/sv/").headers[.eTag])
    let unchanged = try await site.answer("/sv/", headers: [.ifNoneMatch: tag])
    #expect(unchanged.status == .notModified)
    try expectAll(unchanged.headers)
  }

  @Test("ask for https only where that is wanted")
  func transport() async throws {
    let site = TestSite(settings: SiteSettings(isTransportSecured: false))
    #expect(try await site.answer("/sv/").headers[.strictTransportSecurity] == nil)
  }

  @Test("open data may be read by other sites, and nothing else")
  func openData() async throws {
    let site = TestSite()
    let table = try await site.answer(TestSite.table.path)
    #expect(table.status == .ok)
    #expect(table.headers[.accessControlAllowOrigin] == "*")
    #expect(table.headers[.crossOriginResourcePolicy] == "cross-origin")
    for address in TestSite.addresses {
      let page = try await site.answer(address.path)
      #expect(page.headers[.accessControlAllowOrigin] == nil)
      #expect(page.headers[.crossOriginResourcePolicy] == "same-site")
    }
  }

  private func expectAll(_ headers: HTTPFields) throws {
    for (name, value) in expected {
      let name = try #require(HTTPField.Name(name))
      #expect(headers[name] == value)
    }
    let policy = headers[.contentSecurityPolicy] ?? ""
    #expect(policy.hasPrefix("default-src 'none';"))
    #expect(!policy.contains("unsafe"))
    #expect(headers[.crossOriginResourcePolicy] != nil)
    #expect(headers[.server] == nil)
    #expect(headers[.setCookie] == nil)
  }

  private let expected = [
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
    "X-Frame-Options": "DENY",
    "X-XSS-Protection": "0",
  ]
}
