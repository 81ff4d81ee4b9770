import Testing

@testable import Web

@Suite("If-None-Match")
struct EntityTagsTests {
  @Test(
    "finds the tag in every form",
    arguments: ["\"a\"", "W/\"a\"", "\"b\", \"a\"", "\"b\",W/\"a\"", "\"a-gz\"", "*"])
  func found(header: String) { #expect(EntityTags(header).contain("a")) }

  @Test("does not find another", arguments: [nil, "", "\"b\"", "\"aa\"", "\"a", "W/\"b\""])
  func other(header: String?) {
    // An unclosed quote is read up to the end: `"a` is the tag a, and harmless.
    #expect(EntityTags(header).contain("a") == (header == "\"a"))
  }
}
