import Testing

@testable import Exchange

@Suite("XML as spreadsheets write it")
struct XMLTokensTests {
  private func read(_ text: String, pieces: Int = .max) throws -> [String] {
    var tokens = XMLTokens()
    var told: [String] = []
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      let end = min(bytes.count, at + min(pieces, bytes.count))
      try tokens.feed(bytes[at..<end]) { token in
        switch token {
        case .start(let name, let attributes):
          let known = ["b", "c"].compactMap { name in attributes[name].map { " \(name)=\($0)" } }
          told.append("<" + name + known.joined())
        case .end(let name): told.append("/\(name)")
        case .text(let text): told.append(text)
        }
      }
      at = end
    }
    try tokens.finish()
    return told
  }

  private let sample = """
    \u{FEFF}<?xml version="1.0"?><!-- a > comment --><x:a b='1 > 0' c="&quot;å&#228;&#xF6;">\
    &lt;t&gt;&amp;&apos;<x:b/><![CDATA[<raw> & ]]></x:a>

    """

  @Test("gives tags, attributes and text, without prefixes")
  func tokens() throws {
    #expect(
      try read(sample) == ["<a b=1 > 0 c=\"åäö", "<t>&'", "<b", "/b", "<raw> & ", "/a"])
  }

  @Test("is the same however it arrives", arguments: [1, 2, 3, 7, 64])
  func pieces(size: Int) throws {
    #expect(try read(sample, pieces: size) == read(sample))
  }

  @Test(
    "is refused when it is more, or less, than that",
    arguments: [
      ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "xml.docType"),
      ("<a>&x;</a>", "xml.badEntity"), ("<a>&#0;</a>", "xml.badEntity"),
      ("<a>& b</a>", "xml.badEntity"), ("<a><b></a></b>", "xml.badTag"),
      ("<a b=1></a>", "xml.badTag"), ("<a b='1' b='2'/>", "xml.badTag"),
      ("<a></a b='1'>", "xml.badTag"), ("text<a/>", "xml.badTag"), ("<a>", "xml.cutOff"),
      ("<a></a><b", "xml.cutOff"), ("", "xml.cutOff"),
      (String(repeating: "<a>", count: 100), "xml.tooDeep"),
      ("<a>" + String(repeating: "x", count: 1_100_000), "xml.tokenTooLong"),
    ])
  func faults(text: String, key: String) {
    for size in [1_000, Int.max] {
      do {
        _ = try read(text, pieces: size)
        Issue.record("taken: \(text.prefix(40))")
      } catch {
        #expect((error as? XMLTokens.Fault)?.key == key, "\(text.prefix(40))")
      }
    }
  }
}
