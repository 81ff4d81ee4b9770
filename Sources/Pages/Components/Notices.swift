import Markup
import SafetyModel
import Texts

/// What a reader must know before reading: the figures were corrected, or are older ones.
func notices(_ frame: Frame) -> Fragment {
  Fragment {
    earlierPublication(frame)
    correction(frame)
  }
}

private func earlierPublication(_ frame: Frame) -> Fragment? {
  guard let address = frame.address, let number = address.publication else { return nil }
  let texts = frame.texts
  let newest = frame.picture.history.map(\.number).max() ?? number
  return element("div", .class("notice")) {
    element("p") {
      texts(
        newest > number ? "page.notice.earlier" : "page.notice.fixed", ["number": String(number)])
      " "
      link(address.current, texts("page.notice.toCurrent"))
    }
  }
}

private func correction(_ frame: Frame) -> Fragment? {
  guard let publication = frame.picture.latest, let corrected = publication.corrects else {
    return nil
  }
  let texts = frame.texts
  return element("div", .class("notice"), .role("note")) {
    element("p") {
      element("strong") {
        texts(
          "page.notice.corrected",
          [
            "date": texts.day(publication.publishedAt), "wave": String(publication.wave),
            "number": String(corrected),
          ])
      }
    }
    if let note = publication.note {
      element("p") { texts("page.notice.reason", ["note": note]) }
    }
    element("p") {
      link(
        SiteAddress(language: frame.language, publication: corrected, page: .overview),
        texts("page.notice.toCorrected", ["number": String(corrected)]))
    }
  }
}

extension Texts {
  /// The day of a moment that is written as ISO 8601: `12 januari 2026`.
  func day(_ moment: String) -> String {
    guard let day = Day(String(moment.prefix(10))) else { return moment }
    return self.day(day)
  }

  func day(_ day: Day) -> String {
    self(
      "page.date",
      [
        "day": String(day.day), "month": self("page.month.\(day.month)"),
        "year": String(day.year),
      ])
  }
}
