package import Markup
import SafetyModel
import Texts

/// The accessibility statement that the law on digital public service asks for.
package func accessibilityView(_ frame: Frame) -> Fragment {
  let texts = frame.texts
  let words = ["municipality": frame.picture.municipality.name.text(in: texts.language)]
  return layout(
    frame, title: texts("page.accessibility.title"),
    description: texts("page.accessibility.lede", words)
  ) {
    element("h1") { texts("page.accessibility.title") }
    element("p", .class("lede")) { texts("page.accessibility.lede", words) }
    element("div", .class("prose")) {
      element("h2") { texts("page.accessibility.status") }
      element("p") { texts("page.accessibility.statusText") }
      element("h2") { texts("page.accessibility.known") }
      element("p") { texts("page.accessibility.knownText") }
      element("ul") {
        for key in ["map", "formulas", "study"] {
          element("li") { texts("page.accessibility.known.\(key)") }
        }
      }
      element("h2") { texts("page.accessibility.tested") }
      element("ul") {
        for key in ["automatic", "keyboard", "width", "notTested"] {
          element("li") { texts("page.accessibility.tested.\(key)") }
        }
      }
      element("h2") { texts("page.accessibility.contact") }
      element("p") { texts("page.accessibility.contactText", words) }
      contactLines(frame)
      element("h2") { texts("page.accessibility.supervision") }
      element("p") { texts("page.accessibility.supervisionText") }
      element("p") {
        if let agency = Markup.Address(https: "https://www.digg.se/tdosanmalan") {
          element("a", .href(agency)) { texts("page.accessibility.agency") }
        }
      }
    }
  }
}
