import Foundation
import HTTPTypes
import Pages
import SafetyModel
import Testing
import Texts

@testable import Web

@Suite("The site")
struct SiteServiceTests {
  @Test("has every page in every language, in its own language", arguments: TestSite.addresses)
  func pages(address: SiteAddress) async throws {
    let answer = try await TestSite().answer(address.path)
    #expect(answer.status == .ok)
    #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    #expect(answer.text.contains("<html lang=\"\(address.language.code)\""))
    #expect(!answer.text.contains("⟦"), "a text is missing")
  }

  @Test(
    "leads from the root to the language that is liked best",
    arguments: [(nil, "/sv/"), ("en-GB, en;q=0.9", "/en/"), ("de", "/sv/")] as [(String?, String)])
  func root(language: String?, expected: String) async throws {
    var headers = HTTPFields()
    headers[.acceptLanguage] = language
    let answer = try await TestSite().answer("/", headers: headers)
    #expect(answer.status == .found)
    #expect(answer.headers[.location] == expected)
    #expect(answer.headers[.vary] == "Accept-Language")
  }

  @Test("leads other spellings of an address to the one address")
  func canonical() async throws {
    let site = TestSite()
    let bare = try await site.answer("/sv")
    #expect(bare.status == .permanentRedirect)
    #expect(bare.headers[.location] == "/sv/")
    let path = SiteAddress(language: Texts.english.language, page: .areas).path
    let slashed = try await site.answer(path + "/")
    #expect(slashed.status == .permanentRedirect)
    #expect(slashed.headers[.location] == path)
  }

  @Test(
    "refuses every method but GET and HEAD",
    arguments: [
      HTTPRequest.Method.post, .put, .delete, .patch, .options, .trace, .connect,
    ])
  func methods(method: HTTPRequest.Method) async throws {
    let answer = try await TestSite().answer("/sv/", method)
    #expect(answer.status == .methodNotAllowed)
    #expect(answer.headers[.allow] == "GET, HEAD")
    #expect(answer.headers[.contentType] == "application/problem+json")
  }

  @Test("tells people in their language that there is nothing")
  func notFound() async throws {
    let site = TestSite()
    for (path, language) in [("/sv/nej", "sv"), ("/en/no", "en"), ("/nej", "sv")] {
      let answer = try await site.answer(path, headers: [.accept: "text/html,*/*;q=0.8"])
      #expect(answer.status == .notFound)
      #expect(answer.text.contains("<html lang=\"\(language)\""))
    }
    let english = try await site.answer("/no", headers: [.acceptLanguage: "en"])
    #expect(english.text.contains("<html lang=\"en\""))
  }

  @Test("tells programs that there is nothing in their way")
  func notFoundForPrograms() async throws {
    let site = TestSite()
    let byHeader = try await site.answer("/sv/nej", headers: [.accept: "application/json"])
    let byAddress = try await site.answer(TestSite.table.path.replacing(".txt", with: ".exe"))
    for answer in [byHeader, byAddress] {
      #expect(answer.status == .notFound)
      #expect(answer.headers[.contentType] == "application/problem+json")
      #expect(answer.text == #"{"status":404,"title":"Not Found","type":"about:blank"}"#)
    }
  }

  @Test("refuses a filter value that nothing has, and ignores names that it doesn't know")
  func filters() async throws {
    let site = TestSite()
    let plain = SiteAddress(language: Texts.swedish.language, page: .differences(.init()))
    let topic = try #require(ExamplePictures.town.latest?.codebook.topics.first?.code)
    let wrong = plain.to(.differences(DifferenceFilter(topic: "no-such-topic")))
    let right = plain.to(.differences(DifferenceFilter(topic: topic)))
    #expect(try await site.answer(wrong.path).status == .badRequest)
    #expect(try await site.answer(right.path).status == .ok)
    #expect(try await site.answer(plain.path + "?fbclid=1").status == .ok)
  }

  @Test("says so when nothing is published yet", arguments: Texts.all.map(\.language.code))
  func empty(code: String) async throws {
    let answer = try await TestSite(ExamplePictures.empty).answer("/\(code)/")
    #expect(answer.status == .ok)
    #expect(answer.text.contains("trygghet publish"))
  }

  @Test("shows a publication as it was")
  func numbered() async throws {
    let site = TestSite()
    let address = SiteAddress(language: Texts.swedish.language, publication: 2, page: .overview)
    let answer = try await site.answer(address.path)
    #expect(answer.headers[.eTag]?.hasPrefix("\"2-") == true)
    let missing = SiteAddress(language: Texts.swedish.language, publication: 99, page: .overview)
    #expect(try await site.answer(missing.path).status == .notFound)
  }

  @Test("answers with an error page, and says nothing of the error")
  func failure() async throws {
    struct Secret: Error { let answer = "marked-answer" }
    let site = TestSite()
    site.stores.fail(with: Secret())
    let answer = try await site.answer("/sv/")
    #expect(answer.status == .internalServerError)
    #expect(!answer.text.contains("marked-answer"))
    #expect(!answer.text.contains("Secret"))
  }

  @Test("never sends back unescaped what it was sent", arguments: scripts)
  func reflection(script: String) async throws {
    let site = TestSite()
    let encoded = try #require(script.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    let topic = SiteAddress(
      language: Texts.swedish.language, page: .differences(DifferenceFilter(topic: script)))
    let area = SiteAddress(language: Texts.swedish.language, page: .area(script))
    for path in ["/sv/\(encoded)", "/\(encoded)", "/sv/?x=\(encoded)", topic.path, area.path] {
      let answer = try await site.answer(path)
      #expect(!answer.text.contains(script), "\(path)")
    }
  }

  private static let scripts = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'\"><svg/onload=alert(1)>",
    "\"\u{301} onmouseover=alert(1) x=\"", "<\u{338}script>alert(1)</script>",
    "</title><script>alert(1)</script>", "javascript:alert(1)//<", "<!--><script>alert(1)</script>",
    "<iframe srcdoc=\"<script>alert(1)</script>\">", "{{constructor.constructor('alert(1)')()}}<",
    "<math><mtext></mtext><script>alert(1)</script></math>", "\r\nSet-Cookie: a=b\r\n\r\n<script>",
  ]
}
