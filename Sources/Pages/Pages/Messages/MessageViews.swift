package import Markup
import SafetyModel
import Texts

/// There is no such page.
package func notFoundView(_ frame: Frame) -> Fragment {
  message(frame, "page.notFound") {
    element("ul", .class("links")) {
      for (key, page) in [
        ("overview", SiteAddress.Page.overview), ("areas", .areas), ("questions", .questions),
        ("data", .data),
      ] {
        element("li") { link(frame.to(page), frame.texts("page.\(key).menu")) }
      }
    }
  }
}

/// Something went wrong with us.
package func failureView(_ frame: Frame) -> Fragment {
  message(frame, "page.failure") {
    element("p") { link(frame.to(.overview), frame.texts("page.failure.back")) }
  }
}

/// Nothing has been published yet: what to do about it.
package func emptySiteView(_ frame: Frame) -> Fragment {
  message(frame, "page.empty") {
    element("p") { frame.texts("page.empty.command") }
    element("p") { element("code") { "trygghet publish STUDY.yaml --data DIR" } }
  }
}

/// The page needs something that this publication lacks, such as areas.
package func nothingHereView(_ frame: Frame, _ key: String) -> Fragment {
  message(frame, key) {
    element("p") { link(frame.to(.overview), frame.texts("page.overview.menu")) }
  }
}

private func message(
  _ frame: Frame, _ key: String, @FragmentBuilder _ more: () -> Fragment
) -> Fragment {
  let texts = frame.texts
  return layout(
    frame, title: texts("\(key).title"), description: texts("\(key).text")
  ) {
    element("h1") { texts("\(key).title") }
    element("p", .class("lede")) { texts("\(key).text") }
    more()
  }
}
