import Charts
import Markup
import TestSupport
import Testing
import Texts

@Suite("Marks in table cells")
struct InlineMarkTests {
  @Test("look as they did when someone last looked at them")
  func golden() {
    for kind in InlineMarkKind.all {
      let marks = kind.examples.map { $0.markup(in: .swedish).string }
      Golden.expect(
        marks.joined(separator: "\n").replacing("><", with: ">\n<") + "\n", "\(kind.name).sv.html")
    }
  }

  @Test("say every figure in their names, in every language")
  func names() throws {
    for texts in Texts.all {
      for kind in InlineMarkKind.all {
        for mark in kind.examples {
          let tree = try #require(MarkupTree.read(mark.markup(in: texts).string))
          let svg = try #require(tree.all("svg").first)
          #expect(svg.attributes["role"] == "img")
          #expect(svg.attributes["aria-label"] == mark.name(in: texts))
          #expect(svg.all("text").isEmpty)
          #expect(!mark.name(in: texts).contains("⟦"))
          #expect(!mark.name(in: texts).isEmpty, "\(kind.name)")
        }
      }
    }
  }

  @Test("a hidden figure has no dot")
  func hidden() throws {
    let marks = InlineMarkKind.all.flatMap(\.examples)
      .filter { $0.name(in: .swedish).contains("visas inte") && $0 is ReferenceDot }
    #expect(!marks.isEmpty)
    for mark in marks {
      let tree = try #require(MarkupTree.read(mark.markup(in: .swedish).string))
      #expect(tree.all("circle").isEmpty)
    }
  }
}
