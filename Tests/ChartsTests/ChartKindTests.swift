import Charts
import Foundation
import Markup
import SafetyModel
import TestSupport
import Testing
import Texts

/// Every example of every kind of chart.
private let examples = ChartKind.all.flatMap { kind in
  kind.examples.map { NamedExample(name: "\(kind.name)-\($0.name)", chart: $0.chart) }
}

struct NamedExample: CustomTestStringConvertible {
  let name: String
  let chart: any Chart
  var testDescription: String { name }
}

@Suite("Every kind of chart")
struct ChartKindTests {
  @Test("looks as it did when someone last looked at it", arguments: examples)
  func golden(example: NamedExample) {
    for texts in Texts.all {
      let markup = example.chart.markup(in: texts).string
        .replacing("><", with: ">\n<")
      Golden.expect(markup + "\n", "\(example.name).\(texts.language.code).html")
    }
  }

  @Test("has examples, with hidden figures among them")
  func examplesExist() {
    for kind in ChartKind.all {
      #expect(kind.examples.count >= 3, "\(kind.name)")
      #expect(Set(kind.examples.map(\.name)).count == kind.examples.count)
    }
    #expect(Set(ChartKind.all.map(\.name)).count == ChartKind.all.count)
  }

  @Test("has a title, a name that sends to the table, and the table", arguments: examples)
  func parts(example: NamedExample) throws {
    for texts in Texts.all {
      let tree = try #require(MarkupTree.read(example.chart.markup(in: texts).string))
      let figure = try #require(tree.all("figure").first)
      let id = example.chart.heading.id
      #expect(figure.attributes["aria-labelledby"] == "\(id)-title")
      let title = try #require(tree.all.first { $0.attributes["id"] == "\(id)-title" })
      #expect(title.text == example.chart.heading.title)
      let drawings = tree.all("svg").filter { $0.classes.contains("chart-drawing") }
      #expect(drawings.count == example.chart.widths.count)
      for drawing in drawings {
        #expect(drawing.attributes["role"] == (example.chart.hasLinks ? "group" : "img"))
        let name = drawing.attributes["aria-label"] ?? ""
        #expect(name.contains(example.chart.heading.title))
        #expect(name.contains(texts.language.code == "sv" ? "tabell" : "table"))
      }
      let table = try #require(tree.all("table").first)
      #expect(table.all("caption").first?.text == example.chart.heading.title)
      #expect(table.all("th").allSatisfy { ["col", "row"].contains($0.attributes["scope"]) })
      let columns = table.all("thead").flatMap { $0.all("th") }.count
      for row in table.all("tbody").flatMap({ $0.all("tr") }) {
        #expect(row.children.count == columns)
      }
    }
  }

  @Test(
    "keeps the words of its picture from screen readers, but not its links", arguments: examples)
  func hiddenWords(example: NamedExample) throws {
    let tree = try #require(MarkupTree.read(example.chart.markup(in: .swedish).string))
    for words in tree.all("text") { #expect(words.isWithin("aria-hidden", "true")) }
    for link in tree.all("svg").flatMap({ $0.all("a") }) {
      #expect(!link.isWithin("aria-hidden", "true"))
      #expect(!link.isWithin("role", "img"), "children of an image are not reachable")
      #expect(link.attributes["aria-label"]?.isEmpty == false)
    }
  }

  @Test("shows no number that is not in its table", arguments: examples)
  func tableTwin(example: NamedExample) throws {
    for texts in Texts.all {
      let tree = try #require(MarkupTree.read(example.chart.markup(in: texts).string))
      let words = example.chart.table(in: texts).words + example.chart.notes(in: texts)
      let told = numbers(in: words.joined(separator: " | "))
      for label in tree.all("text") where !label.classes.contains("c-tick") {
        let missing = numbers(in: label.text).subtracting(told)
        #expect(missing.isEmpty, "\(label.text): \(missing) is not in the table")
      }
    }
  }

  @Test("says in words what is not shown", arguments: examples)
  func notShown(example: NamedExample) {
    let isAnyHidden = example.chart.table(in: .swedish).words
      .contains { $0.contains("visas inte") }
    guard isAnyHidden else { return }
    let pictures = example.chart.pictures(in: .swedish).string
    #expect(pictures.contains("visas inte") || pictures.contains("Det finns inget värde att visa"))
  }

  @Test("needs no style attribute, no script and nothing from elsewhere", arguments: examples)
  func contentSecurity(example: NamedExample) throws {
    let tree = try #require(MarkupTree.read(example.chart.markup(in: .swedish).string))
    for part in tree.all {
      #expect(part.attributes["style"] == nil)
      #expect(!part.attributes.keys.contains { $0.hasPrefix("on") })
      #expect(!["script", "style", "image", "foreignObject"].contains(part.name))
      for value in part.attributes.values { #expect(!value.contains("nan")) }
    }
  }

  @Test("keeps its words within the picture", arguments: examples)
  func clipping(example: NamedExample) throws {
    for texts in Texts.all {
      let tree = try #require(MarkupTree.read(example.chart.pictures(in: texts).string))
      for drawing in tree.all("svg") where drawing.classes.contains("chart-drawing") {
        let box = (drawing.attributes["viewBox"] ?? "").split(separator: " ").compactMap {
          Double($0)
        }
        try #require(box.count == 4)
        for label in drawing.all("text") {
          let width = measuredWidth(label.text, size: label.number("font-size"))
          let start =
            switch label.attributes["text-anchor"] {
            case "middle": label.number("x") - width / 2
            case "end": label.number("x") - width
            default: label.number("x")
            }
          #expect(start >= -4 && start + width <= box[2] + 4, "\(label.text) at \(start)")
          #expect(label.number("y") > 6 && label.number("y") <= box[3] + 1, "\(label.text)")
        }
      }
    }
  }

  @Test("writes words of at least twelve pixels on a telephone of 320", arguments: examples)
  func textSize(example: NamedExample) throws {
    let tree = try #require(MarkupTree.read(example.chart.pictures(in: .swedish).string))
    let scale = 272 / ChartWidth.narrow.units
    for drawing in tree.all("svg") where !drawing.classes.isDisjoint(with: ["w-narrow", "w-only"]) {
      for label in drawing.all("text") { #expect(label.number("font-size") * scale >= 12) }
    }
  }

  @Test("has ids that no other has, and refers to its own only")
  func ids() throws {
    let page = Fragment(examples.map { $0.chart.markup(in: .swedish) })
    let tree = try #require(MarkupTree.read(page.string))
    let ids = tree.all.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let references = tree.all.flatMap { part in
      [part.attributes["aria-labelledby"], part.attributes["fill"]].compactMap(\.self)
    }.map { $0.replacing("url(#", with: "").replacing(")", with: "") }
    #expect(references.count > examples.count)
    #expect(Set(references).isSubset(of: ids))
  }

  /// What Noto Sans takes on average, apart from the measure that the charts use themselves.
  private func measuredWidth(_ string: String, size: Double) -> Double {
    Double(string.count) * size * 0.52
  }
}
