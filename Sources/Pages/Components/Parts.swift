import Markup
import SafetyModel
import Texts

/// The way here: `Områden / Centrum`.
func crumbs(_ frame: Frame, _ up: SiteAddress.Page, _ words: String, here: String) -> Fragment {
  element("nav", .class("crumbs"), .aria("label", frame.texts("page.layout.crumbs"))) {
    link(frame.to(up), words)
    " / "
    element("span", .aria("current", "page")) { here }
  }
}

/// A part of a page under its own heading.
func part(_ id: String, _ heading: String, @FragmentBuilder content: () -> Fragment) -> Fragment {
  element("section", .aria("labelledby", id)) {
    element("h2", .id(id)) { heading }
    content()
  }
}

/// What is shown where there is nothing to show, and why.
func emptyState(_ words: String) -> Fragment {
  element("div", .class("empty")) { element("p") { words } }
}

/// A heading that may be in another language than the page.
func localised(_ text: LocalisedText, _ texts: Texts) -> Fragment {
  let language = text.language(for: texts.language)
  let words = text.text(in: texts.language)
  return language == texts.language
    ? Markup.text(words) : element("span", .lang(language.code)) { words }
}
