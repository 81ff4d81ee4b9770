import Markup
import SafetyModel
import Texts

/// Where the figures come from, and the ways to method, data and accessibility.
func siteFooter(_ frame: Frame) -> Fragment {
  let places: [(String, SiteAddress.Page)] = [
    ("register", .register), ("preconditions", .preconditions), ("method", .method),
    ("data", .data), ("about", .about), ("accessibility", .accessibility),
  ]
  return element("footer", .class("site")) {
    element("div", .class("wrap")) {
      if let publication = frame.picture.latest {
        element("p") { sourceLine(publication, frame.texts) }
      }
      element("ul") {
        for (key, page) in places {
          element("li") { link(frame.to(page), frame.texts("page.\(key).link")) }
        }
      }
    }
  }
}

/// `Källa: Trygghetsmätningen 2025, polisen och kommunen. 4 812 svar av 9 600 …`.
func sourceLine(_ publication: Publication, _ texts: Texts) -> String {
  let codebook = publication.codebook
  let title = codebook.title.text(in: texts.language)
  let parts = [title, codebook.producer?.text(in: texts.language)].compactMap { $0 }
  let isExample = publication.isExample ? texts("page.source.example") + " " : ""
  return isExample + texts("page.source.line", ["source": parts.joined(separator: ", ")]) + " "
    + answers(publication, texts) + " " + texts("page.source.interval")
    + " "
    + texts(
      "page.source.publication",
      ["number": String(publication.number), "date": texts.day(publication.publishedAt)])
}

/// How many answered, such as `4 812 svar av 9 600 utskickade (50,1 %).`.
func answers(_ publication: Publication, _ texts: Texts) -> String {
  let answered = texts.number(Double(publication.respondents), decimals: 0)
  guard let sampled = publication.sampled, sampled > 0 else {
    return texts("page.source.answers", ["n": answered])
  }
  return texts(
    "page.source.answersOf",
    [
      "n": answered, "sampled": texts.number(Double(sampled), decimals: 0),
      "share": texts.percent(Double(publication.respondents) / Double(sampled), decimals: 1),
    ])
}
