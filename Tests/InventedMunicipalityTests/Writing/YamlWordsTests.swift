import Testing

@testable import InventedMunicipality

@Suite("Pieces of YAML")
struct YamlWordsTests {
  @Test("quote what has a meaning of its own")
  func quoting() {
    #expect(YamlWords.quoted(#"En "bra" dag \ natt"#) == #""En \"bra\" dag \\ natt""#)
    #expect(YamlWords.quoted("a\nb") == #""a\nb""#)
    #expect(YamlWords.list(["no", "once"]) == #"["no", once]"#)
  }

  @Test("indent lines, but not empty ones")
  func indenting() { #expect(YamlWords.indented("a\n\nb", by: 2) == "  a\n\n  b") }
}
