import Testing

@testable import Markup

@Suite("Escaping")
struct EscapingTests {
  @Test("text reads as itself and is never markup")
  func textInText() {
    #expect(text("<b>&\"'").string == "&lt;b&gt;&amp;\"'")
    #expect(text("]]>").string == "]]&gt;")
    #expect(text("Åhus, نص, 😀").string == "Åhus, نص, 😀")
    #expect(text("").isEmpty)
  }

  @Test("attribute values can't leave their quotes")
  func attributeValue() {
    let p = element("p", .attribute("title", "\" onmouseover='x' <&>"))
    #expect(p.string == "<p title=\"&quot; onmouseover=&#39;x&#39; &lt;&amp;&gt;\"></p>")
  }

  @Test(
    "a combining mark does not hide the character before it",
    arguments: ["\u{0301}", "\u{0338}", "\u{200D}", "\u{FE0F}", "\u{20E3}"])
  func combiningMarks(mark: String) {
    for (character, reference) in [("<", "&lt;"), (">", "&gt;"), ("&", "&amp;")] {
      #expect(text(character + mark).string.utf8.elementsEqual((reference + mark).utf8))
    }
    let p = element("p", .attribute("title", "\"\(mark) onfocus=x '\(mark)"))
    let expected = "<p title=\"&quot;\(mark) onfocus=x &#39;\(mark)\"></p>"
    #expect(p.string.utf8.elementsEqual(expected.utf8))
  }

  @Test("characters that no document may hold are dropped")
  func dropped() {
    let controls = (0..<0x20).filter { $0 != 9 && $0 != 10 } + Array(0x7F...0x9F)
    let others = [0xFFFE, 0xFFFF] + Array(0x202A...0x202E) + Array(0x2066...0x2069)
    for value in controls + others {
      let scalar = Unicode.Scalar(UInt32(value)).map(String.init) ?? ""
      #expect(text("a\(scalar)b").string == "ab")
      #expect(element("i", .id("a\(scalar)b")).string == "<i id=\"ab\"></i>")
    }
    #expect(text("a\tb\nc").string == "a\tb\nc")
  }

  @Test("neighbours of what is dropped are kept")
  func kept() {
    for value: UInt32 in [0xA0, 0x2029, 0x202F, 0x2065, 0x206A, 0xFFFD, 0x200E, 0x200F, 0x10FFFF] {
      let scalar = Unicode.Scalar(value).map(String.init) ?? ""
      #expect(text(scalar).string == scalar)
    }
  }

  @Test("bytes that are not UTF-8 become U+FFFD and nothing else")
  func invalid() {
    let broken = String(
      decoding: [0xC2, 0x3C, 0xE2, 0x80, 0x3C, 0xFF, 0xED, 0xA0, 0x80], as: UTF8.self)
    let result = text(broken).string
    #expect(!result.contains("<"))
    #expect(result.contains("&lt;"))
    #expect(result.contains("\u{FFFD}"))
  }

  @Test("whatever the text, no quote or angle bracket is left", arguments: 0..<200)
  func random(seed: UInt64) {
    var generator = SplitMix(state: seed)
    let alphabet: [Unicode.Scalar] = [
      "<", ">", "\"", "'", "&", "\u{0301}", "\u{0338}", "\u{0}", "a", "å", "\u{202E}", "😀",
    ]
    let string = String(
      String.UnicodeScalarView(
        (0..<40).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }))
    let inText = text(string).bytes
    let whole = element("p", .attribute("title", string)).bytes
    let inAttribute = whole.dropFirst(10).dropLast(6)
    #expect(!inText.contains { "<>".utf8.contains($0) }, "seed \(seed)")
    #expect(!inAttribute.contains { "<>\"'".utf8.contains($0) }, "seed \(seed)")
  }
}

struct SplitMix {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
