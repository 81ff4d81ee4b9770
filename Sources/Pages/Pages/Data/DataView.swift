package import Markup
import SafetyModel
import Texts

/// Every table as a file, and the publications.
package func dataView(_ model: DataModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let lede = texts("page.data.lede", count: model.tableCount, ["number": String(model.number)])
  return layout(frame, title: texts("page.data.menu"), description: lede) {
    element("h1") { texts("page.data.title") }
    element("p", .class("lede")) { lede }
    element("p") { texts("page.data.formats") }
    element("p") { texts("page.data.statuses") }
    part("tables", texts("page.data.tables")) {
      for topic in model.topics {
        element("h3") { localised(topic.heading, texts) }
        element("div", .class("card tight topic")) {
          for subject in topic.subjects { subjectFiles(subject, frame) }
        }
      }
    }
    part("publications", texts("page.data.publications")) {
      element("p") { texts("page.data.publicationsText") }
      element("div", .class("card tight")) { history(model, frame) }
    }
  }
}

private func subjectFiles(_ subject: DataModel.Subject, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  return element("details") {
    element("summary") { localised(subject.label, texts) }
    element("ul", .class("plain rows")) {
      for line in subject.lines {
        element("li") {
          element("span") { line.breakdown }
          element("span") {
            for (place, file) in line.files.enumerated() {
              if place > 0 { " · " }
              element("a", .href(frame.to(.table(file.table)).link)) {
                file.name
                element("span", .class("visually-hidden")) {
                  ": " + subject.label.text(in: texts.language) + ", " + line.breakdown
                }
              }
            }
          }
        }
      }
    }
  }
}

private func history(_ model: DataModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  return stackingTable(
    caption: texts("page.data.publications"),
    columns: ["number", "wave", "date", "note"].map { texts("page.data.column.\($0)") },
    rows: model.history.map { heading in
      let address = SiteAddress(
        language: frame.language, publication: heading.number, page: .overview)
      return [
        .header(link(address, texts("page.data.publication", ["number": String(heading.number)]))),
        .text(String(heading.wave)), .text(heading.date),
        .text(
          Fragment {
            if let corrected = heading.corrects {
              texts("page.data.corrects", ["number": String(corrected)])
              " "
            }
            if let note = heading.note { note }
            if !heading.isCurrent { texts("page.data.replaced") }
            if heading.corrects == nil, heading.note == nil, heading.isCurrent { "–" }
          }),
      ]
    })
}
