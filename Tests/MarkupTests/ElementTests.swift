import Markup
import Testing

@Suite("Elements")
struct ElementTests {
  @Test("a list of things, conditions and strings become one piece")
  func builder() {
    let isShown = true
    let missing: Fragment? = nil
    let list = element("ul", .class("a", nil, "b"), .id("x")) {
      for name in ["Åhus", "<i>"] { element("li") { name } }
      if isShown { element("li", .flag("hidden")) { bdi("Ö") } } else { "never" }
      missing
      [text("p"), text("q")]
    }
    #expect(
      list.string
        == "<ul class=\"a b\" id=\"x\"><li>Åhus</li><li>&lt;i&gt;</li>"
        + "<li hidden><bdi>Ö</bdi></li>pq</ul>")
  }

  @Test("elements are closed as HTML and SVG want it")
  func closing() {
    #expect(element("br").string == "<br>")
    #expect(element("input", .attribute("name", "q")).string == "<input name=\"q\">")
    #expect(element("circle", .number("r", 2.5)).string == "<circle r=\"2.5\"/>")
    #expect(element("p").string == "<p></p>")
    #expect(
      element("script", .src(.path("a.js")), .flag("defer")).string
        == "<script src=\"/a.js\" defer></script>")
  }

  @Test("attributes may be left out")
  func absent() {
    #expect(
      element(
        "p", .none, .attribute("title", nil), .flag("open", false), .class(nil), .lang(nil),
        .aria("label", nil), .data("x", nil)
      ).string == "<p></p>")
    #expect(
      element("p", .aria("label", "<"), .data("code", "\"")).string
        == "<p aria-label=\"&lt;\" data-code=\"&quot;\"></p>")
  }

  @Test("scripts hold no text, and void elements nothing")
  func refused() async {
    await #expect(processExitsWith: .failure) { _ = element("script") { "alert(1)" } }
    await #expect(processExitsWith: .failure) { _ = element("br") { "x" } }
  }

  @Test("addresses, scripts and styles are not plain attributes")
  func dangerousAttributes() async {
    await #expect(processExitsWith: .failure) { _ = Attribute.attribute("href", "x") }
    await #expect(processExitsWith: .failure) { _ = Attribute.attribute("OnClick", "x") }
    await #expect(processExitsWith: .failure) { _ = Attribute.attribute("style", "x") }
  }

  @Test("a document says its language and direction")
  func wholeDocument() {
    let page = document(language: "ar", isRightToLeft: true) {
      element("title") { "<" }
    } body: {
      element("p") { "x" }
    }
    #expect(
      page.string
        == "<!doctype html><html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
        + "<title>&lt;</title></head><body><p>x</p></body></html>")
  }

  @Test(
    "coordinates are short and the same everywhere",
    arguments: [
      (0.0, "0"), (-0.001, "0"), (1.005, "1"), (12.5, "12.5"), (-0.25, "-0.25"), (0.07, "0.07"),
      (1e300, "1000000000000"), (.nan, "0"), (-.infinity, "0"),
    ] as [(Double, String)])
  func coordinates(value: Double, expected: String) {
    #expect(Coordinate.string(value) == expected)
  }
}
