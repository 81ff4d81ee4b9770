import Testing

@testable import Web

@Suite("What a client prefers")
struct PreferencesTests {
  @Test(
    "the language that is liked best wins; the first when none is",
    arguments: [
      (nil, "sv"), ("", "sv"), ("en", "en"), ("en-GB,en;q=0.9", "en"), ("de, fr", "sv"),
      ("en;q=0.3, sv;q=0.8", "sv"), ("sv;q=0.3, en;q=0.8", "en"), ("sv;q=0, en;q=0.1", "en"),
      ("*", "sv"), ("EN", "en"), ("english", "sv"), (";;;,,,=q;q", "sv"), ("en;q=nan", "sv"),
    ] as [(String?, String)])
  func language(header: String?, expected: String) {
    #expect(AcceptedLanguages(header).best(of: ["sv", "en"]) == expected)
  }

  @Test("a very long header is cut off, not obeyed")
  func long() {
    let header = String(repeating: "de,", count: 100_000) + "en"
    #expect(Preferences(header).items.count < 1_000)
    #expect(AcceptedLanguages(header).best(of: ["sv", "en"]) == "sv")
  }
}
