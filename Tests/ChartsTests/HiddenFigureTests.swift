import DisclosureControl
import Markup
import SafetyModel
import Testing
import Texts

@testable import Charts

@Suite("Hidden figures")
struct HiddenFigureTests {
  /// Every kind with a domain of eight answers whose true value is `secret`, protected as always.
  private func charts(secret: Double) throws -> [any Chart] {
    let heading = ChartHeading(id: "x", title: "x")
    let rows = [("a", 0.4, 400), ("b", secret, 8), ("c", 0.3, 300)]
    let table = try #require(ExampleFigures.table("area", rows).last)
    let pairs = try #require(
      ExampleFigures.pairs([("a", 0.5, 0.4, 300, true), ("b", secret, secret / 2, 8, true)]))
    let shares = try #require(
      ExampleFigures.shares("area", [("a", [0.3, 0.7], 300), ("b", [secret, 1 - secret], 8)]))
    let square = [(14.0, 56.0), (14.1, 56.0), (14.1, 56.1)].map {
      Position(longitude: $0.0, latitude: $0.1)
    }
    let outlines = ["a", "b", "c"].map {
      AreaGeometry(code: $0, polygons: [Polygon(rings: [square])])
    }
    let points = [(2023, 0.4, 300), (2024, secret, 8), (2025, 0.3, 300)].compactMap {
      year, value, base in
      ExampleFigures.figure(value, base: base).map { Trend.Point(year: year, $0) }
    }
    return [
      DomainDots(heading: heading, table: table, domainTitle: "") { $0[0] },
      WomenMenPairs(
        heading: heading, table: pairs, domainTitle: "", women: "woman", men: "man",
        womenLabel: "w", menLabel: "m", label: { $0[0] }),
      StackedShares(
        heading: heading, table: shares, domainTitle: "",
        categories: [("1", "yes"), ("2", "no")], label: { $0[0] }),
      AreaMap(
        heading: heading, table: table, domainTitle: "", outlines: outlines, texts: .swedish,
        label: { $0 }),
      Trend(heading: heading, unit: .proportion, points: points),
    ]
  }

  @Test("leave no trace in any byte: two truths give the same picture and table")
  func noTrace() throws {
    let first = try charts(secret: 0.87).map { $0.markup(in: .swedish).bytes }
    let second = try charts(secret: 0.23).map { $0.markup(in: .swedish).bytes }
    #expect(first == second)
  }

  @Test("a shown figure does leave a trace, so that the test above can fail")
  func traceOfShown() {
    let one = ExampleFigures.figure(0.87)?.words(.proportion, in: .swedish)
    #expect(one == "87\u{A0}%")
    #expect(
      ExampleFigures.figure(0.87, base: 8)?.words(.proportion, in: .swedish)
        == "visas inte (för få svar)")
  }

  @Test("every reason has its words in every language")
  func words() {
    for texts in Texts.all {
      for status in FigureStatus.allCases where status != .shown {
        let key =
          ["tooFewAnswers", "protectsAnother"].contains(status.rawValue)
          ? "chart.hidden.\(status.rawValue)" : "chart.\(status.rawValue)"
        #expect(texts.has(key), "\(key)")
      }
    }
  }

  @Test("no line crosses a hidden year")
  func gap() throws {
    let trend = try #require(try charts(secret: 0.5).last)
    let tree = try #require(MarkupTree.read(trend.pictures(in: .swedish).string))
    #expect(tree.all("polyline").isEmpty, "two lone years on each side of a hidden one")
    #expect(tree.all("rect").contains { $0.classes.contains("c-hidden") })
  }
}
