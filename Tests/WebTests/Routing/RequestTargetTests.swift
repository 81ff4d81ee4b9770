import HTTPTypes
import Pages
import Testing

@testable import Web

@Suite("Addresses of requests")
struct RequestTargetTests {
  @Test(
    "are taken when they are well formed", arguments: ["/", "/sv/", "/sv/x?a=%C3%A5&b", "/a.b"])
  func wellFormed(text: String) throws {
    let target = try RequestTarget(text, limit: 100)
    #expect(target.path + target.query == text)
  }

  @Test(
    "are refused with tricks in them",
    arguments: [
      "", "sv", "http://other/", "*", "/..", "/sv/../x", "/%2e%2e/", "/%2E./", "/./", "/%2e", "//x",
      "/sv//x", "/%2f", "/a%5cb", "/a\\b", "/%00", "/a%0ab", "/a%7F", "/%", "/%4", "/%zz", "/%ff",
      "/%c0%af", "/%ed%a0%80", "/ä", "/a b", "/a\tb", "/?%00", "/?%ff", "/?\\", "/a\u{0}b",
    ])
  func tricks(text: String) {
    #expect(throws: RequestTarget.Refusal.malformed) { try RequestTarget(text, limit: 100) }
  }

  @Test("are refused when they are too long")
  func long() {
    let text = "/" + String(repeating: "a", count: 100)
    #expect(throws: RequestTarget.Refusal.tooLong) { try RequestTarget(text, limit: 100) }
  }
}
