import Markup

/// One choice of a form, with its label.
func selectField(
  _ name: String, _ label: String, options: [(String, String)], chosen: String?
) -> Fragment {
  element("div", .class("field")) {
    element("label", .attribute("for", "filter-\(name)")) { label }
    element("select", .id("filter-\(name)"), .attribute("name", name)) {
      for (value, words) in options {
        element(
          "option", .attribute("value", value), .flag("selected", value == (chosen ?? ""))
        ) { words }
      }
    }
  }
}
