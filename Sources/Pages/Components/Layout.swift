package import Markup
import SafetyModel
import Texts

/// A page in the dress of the site: head, banner, navigation, main part and foot.
///
/// - Parameters:
///   - frame: Where the page is.
///   - title: The page's own title; the site's name is added.
///   - description: One sentence for search engines and shared links.
///   - main: The page's own part, from its first heading on.
/// - Returns: The whole document.
package func layout(
  _ frame: Frame, title: String, description: String, @FragmentBuilder main: () -> Fragment
) -> Fragment {
  let texts = frame.texts
  return document(language: frame.language.code, isRightToLeft: texts.isRightToLeft) {
    head(frame, title: title, description: description)
  } body: {
    element("a", .class("skip"), .href(.fragment("main"))) { texts("page.layout.skip") }
    banner(frame)
    siteHeader(frame)
    element("main", .id("main"), .attribute("tabindex", "-1")) {
      element("div", .class("wrap")) {
        notices(frame)
        main()
      }
    }
    siteFooter(frame)
  }
}

private func head(_ frame: Frame, title: String, description: String) -> Fragment {
  let site = frame.texts(
    "page.layout.site",
    [
      "site": frame.texts("common.siteName"),
      "municipality": frame.picture.municipality.name.text(in: frame.language),
    ])
  return Fragment {
    element("title") { "\(title) – \(site)" }
    element("meta", .attribute("name", "description"), .attribute("content", description))
    element(
      "meta", .attribute("name", "color-scheme"), .attribute("content", "light dark"))
    element(
      "link", .attribute("rel", "icon"), .attribute("type", "image/svg+xml"),
      .href(frame.assets.address(of: Assets.shield)))
    element(
      "link", .attribute("rel", "stylesheet"),
      .href(frame.assets.address(of: Assets.styleSheet)))
    for twin in twins(frame) {
      element(
        "link", .attribute("rel", "alternate"),
        .attribute("hreflang", twin.language.code), .href(twin.link))
    }
  }
}

/// The same page in each other language, or the first page when this one has no address.
private func twins(_ frame: Frame) -> [SiteAddress] {
  let here = frame.address ?? SiteAddress(language: frame.language, page: .overview)
  return Texts.all.map(\.language).filter { $0 != frame.language }.map { here.twin(in: $0) }
}

private func banner(_ frame: Frame) -> Fragment? {
  let isExample = frame.picture.latest?.isExample ?? frame.picture.municipality.isExample
  guard isExample || frame.picture.municipality.isExample else { return nil }
  return element(
    "aside", .class("banner"), .aria("label", frame.texts("page.layout.exampleName"))
  ) {
    element("p", .class("wrap")) { frame.texts("page.layout.example") }
  }
}

private func siteHeader(_ frame: Frame) -> Fragment {
  element("header", .class("site")) {
    element("div", .class("wrap bar")) {
      element("a", .class("brand"), .href(frame.to(.overview).link)) {
        element(
          "img", .src(frame.assets.address(of: Assets.shield)), .attribute("alt", ""),
          .number("width", 34), .number("height", 34))
        element("span") {
          frame.texts("common.siteName")
          element("small") { frame.picture.municipality.name.text(in: frame.language) }
        }
      }
      navigation(frame)
      element("nav", .class("tools"), .aria("label", frame.texts("page.layout.languages"))) {
        for twin in twins(frame) {
          let name = Texts.in(twin.language.code)?("language.name") ?? twin.language.code
          element(
            "a", .href(twin.link), .lang(twin.language.code),
            .attribute("hreflang", twin.language.code)
          ) { name }
        }
      }
    }
  }
}

private func navigation(_ frame: Frame) -> Fragment {
  let places: [(String, SiteAddress.Page)] = [
    ("overview", .overview), ("indicators", .indicators), ("areas", .areas),
    ("differences", .differences(DifferenceFilter())),
    ("questions", .questions), ("method", .method), ("data", .data),
  ]
  return element("nav", .class("main"), .aria("label", frame.texts("page.layout.menu"))) {
    element("ul") {
      for (key, page) in places {
        element("li") {
          element(
            "a", .href(frame.to(page).link), .aria("current", current(frame.address?.page, page))
          ) { frame.texts("page.\(key).menu") }
        }
      }
    }
  }
}

/// Whether a place in the menu is this page, or holds it.
private func current(_ here: SiteAddress.Page?, _ place: SiteAddress.Page) -> String? {
  switch (here, place) {
  case (.area, .areas), (.question, .questions), (.table, .data): "true"
  case (.indicator, .indicators), (.comparison, .indicators), (.indicatorFile, .indicators): "true"
  case (.differences(let filter), .differences):
    filter == DifferenceFilter() ? "page" : "true"
  default: here == place ? "page" : nil
  }
}
