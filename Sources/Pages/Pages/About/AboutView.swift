package import Markup
import SafetyModel
import Texts

/// What the site is, for whom, and who made it.
package func aboutView(_ frame: Frame) -> Fragment {
  let texts = frame.texts
  let name = frame.picture.municipality.name.text(in: texts.language)
  return layout(
    frame, title: texts("page.about.title"),
    description: texts("page.about.lede", ["municipality": name])
  ) {
    element("h1") { texts("page.about.title") }
    element("p", .class("lede")) { texts("page.about.lede", ["municipality": name]) }
    element("div", .class("prose")) {
      for key in ["read", "privacy", "law", "software"] {
        element("h2") { texts("page.about.\(key)") }
        element("p") { texts("page.about.\(key)Text") }
      }
      element("p") {
        link(frame.to(.method), texts("page.method.link"))
        " · "
        link(frame.to(.accessibility), texts("page.accessibility.link"))
      }
    }
  }
}
