import Markup
import Testing

@Suite("Addresses")
struct AddressTests {
  @Test("a path is encoded part by part")
  func path() {
    #expect(Address.path().string == "/")
    #expect(Address.path("sv", "åhus").string == "/sv/%C3%A5hus")
    #expect(Address.path("", "evil.example", "a/b?c#d").string == "/evil.example/a%2Fb%3Fc%23d")
    #expect(Address.path("\\", "x").string == "/%5C/x")
    #expect(
      Address.path("d").query([("topic", "a&b=c"), ("x", "")]).at("é").string
        == "/d?topic=a%26b%3Dc&x=#%C3%A9")
    #expect(Address.fragment("table 1").string == "#table%201")
  }

  @Test("own paths lead nowhere else", arguments: ["/", "/sv/data?x=1&y=2#z", "/a%20b"])
  func ownPath(path: String) {
    #expect(Address(ownPath: path)?.string == path)
  }

  @Test(
    "other ways to leave the site are refused",
    arguments: [
      "", "a", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a b", "/a\nb", "/å",
      "\u{0}/a", " /a", "/\t/evil.example", "/\"", "/<",
    ])
  func refused(path: String) {
    #expect(Address(ownPath: path) == nil)
  }

  @Test("only https leads to other sites")
  func https() {
    #expect(Address(https: "https://www.bra.se/a?b=c#d") != nil)
    for bad in [
      "http://x", "HTTPS://x", "https:/x", "https://", "https:///x", "javascript:alert(1)",
      "data:text/html,x", "https://x\u{0301}", "https://x y",
    ] { #expect(Address(https: bad) == nil, "\(bad)") }
  }

  @Test("a letter goes to one plain address")
  func mail() {
    #expect(Address(mail: "a.b+c@d.se")?.string == "mailto:a.b+c@d.se")
    for bad in ["a", "@", "a@b@c", "a@b?bcc=x", "a@b,c", "a@b\n", "å@b.se"] {
      #expect(Address(mail: bad) == nil, "\(bad)")
    }
  }
}
