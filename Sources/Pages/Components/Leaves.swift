import Markup
import Texts

/// The way between the leaves of a long list: previous, the first and last, those around, and next.
///
/// Nothing at all when the list has one leaf.
func leaves(
  _ leaf: Int, of count: Int, _ frame: Frame, address: (Int) -> SiteAddress.Page
) -> Fragment {
  let texts = frame.texts
  guard count > 1 else { return Fragment {} }
  return element("nav", .class("leaves"), .aria("label", texts("page.leaves.label"))) {
    element("ul") {
      if leaf > 1 {
        element("li") { link(frame.to(address(leaf - 1)), texts("page.leaves.previous")) }
      }
      for number in shownLeaves(around: leaf, of: count) {
        element("li") {
          if number == leaf {
            element("span", .aria("current", "page")) {
              texts("page.leaves.here", ["leaf": String(leaf), "count": String(count)])
            }
          } else {
            element(
              "a", .href(frame.to(address(number)).link),
              .aria("label", texts("page.leaves.to", ["leaf": String(number)]))
            ) { String(number) }
          }
        }
      }
      if leaf < count {
        element("li") { link(frame.to(address(leaf + 1)), texts("page.leaves.next")) }
      }
    }
  }
}

/// The first, the last and those beside the one that is shown, in order.
func shownLeaves(around leaf: Int, of count: Int) -> [Int] {
  Set([1, leaf - 1, leaf, leaf + 1, count]).filter { (1...count).contains($0) }.sorted()
}
