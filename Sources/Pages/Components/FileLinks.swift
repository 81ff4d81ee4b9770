import Markup
import Texts

/// `Hämta: CSV JSON-stat 2`.
func fileLinks(_ frame: Frame, _ files: [DataModel.File]) -> Fragment? {
  guard !files.isEmpty else { return nil }
  return element("ul", .class("links")) {
    for file in files {
      element("li") {
        link(frame.to(.table(file.table)), frame.texts("page.figure.get", ["format": file.name]))
      }
    }
  }
}
