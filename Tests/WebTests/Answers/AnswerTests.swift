import Pages
import HTTPTypes
import Testing

@testable import Web

@Suite("Answers: tags, compression and HEAD")
struct AnswerTests {
  @Test("an unchanged page is a short 304", arguments: ["", "W/", "\"other\", "])
  func unchanged(prefix: String) async throws {
    let site = TestSite()
    let first = try await site.answer("/sv/")
    let tag = try #require(first.headers[.eTag])
    let second = try await site.answer("/sv/", headers: [.ifNoneMatch: prefix + tag])
    #expect(second.status == .notModified)
    #expect(second.bytes.count == 0)
    #expect(second.headers[.eTag] == tag)
    #expect(second.headers[.contentLength] == nil)
    #expect(second.headers[.cacheControl] == "public, no-cache")
  }

  @Test("another tag gets the page")
  func changed() async throws {
    let answer = try await TestSite().answer("/sv/", headers: [.ifNoneMatch: "\"5-000\""])
    #expect(answer.status == .ok)
  }

  @Test("tags name the publication and differ between languages and encodings")
  func tags() async throws {
    let site = TestSite()
    let swedish = try #require(try await site.answer("/sv/").headers[.eTag])
    let english = try #require(try await site.answer("/en/").headers[.eTag])
    let compressed = try #require(
      try await site.answer("/sv/", headers: [.acceptEncoding: "gzip"]).headers[.eTag])
    #expect(swedish.hasPrefix("\"5-"))
    #expect(Set([swedish, english, compressed]).count == 3)
    let known = try await site.answer(
      "/sv/", headers: [.ifNoneMatch: compressed, .acceptEncoding: "gzip"])
    #expect(known.status == .notModified)
  }

  @Test("compressed pages hold the same bytes", arguments: TestSite.addresses.map(\.path))
  func compression(path: String) async throws {
    let site = TestSite()
    let plain = try await site.answer(path)
    let packed = try await site.answer(path, headers: [.acceptEncoding: "br, gzip;q=0.5"])
    #expect(plain.headers[.contentEncoding] == nil)
    #expect(packed.headers[.contentEncoding] == "gzip")
    #expect(packed.headers[.vary] == "Accept-Encoding")
    #expect(packed.bytes.count < plain.bytes.count / 2)
    #expect(
      try unpacked(packed.bytes) == plain.bytes)
  }

  @Test("a client that refuses gzip gets none", arguments: ["gzip;q=0", "identity", "*;q=0", ""])
  func refusal(header: String) async throws {
    let answer = try await TestSite().answer("/sv/", headers: [.acceptEncoding: header])
    #expect(answer.headers[.contentEncoding] == nil)
  }

  @Test("HEAD has the headers of GET and no body", arguments: ["/sv/", TestSite.table.path, "/x"])
  func head(path: String) async throws {
    let site = TestSite()
    let get = try await site.answer(path)
    let head = try await site.answer(path, .head)
    #expect(head.bytes.count == 0)
    #expect(head.status == get.status)
    #expect(head.headers == get.headers)
    #expect(head.headers[.contentLength] == String(get.bytes.count))
  }

  @Test("what never changes is kept for ever, pages are asked about, errors are not kept")
  func keeping() async throws {
    let site = TestSite()
    #expect(
      try await site.answer(TestSite.table.path).headers[.cacheControl]?.hasSuffix("immutable")
        == true)
    #expect(try await site.answer("/sv/").headers[.cacheControl] == "public, no-cache")
    #expect(try await site.answer("/sv/nej").headers[.cacheControl] == "no-store")
    #expect(try await site.answer("/sv/", .put).headers[.cacheControl] == "no-store")
  }
}
