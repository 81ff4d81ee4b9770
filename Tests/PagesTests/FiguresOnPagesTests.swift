import DisclosureControl
import Markup
import Pages
import SafetyModel
import Testing
import Texts

/// The figures of a publication against the bytes of its pages.
@Suite("Figures on pages")
struct FiguresOnPagesTests {
  @Test("every published figure of a question stands on its page in words")
  func everyFigure() {
    for texts in Texts.all {
      let picture = ExamplePictures.town
      for subject in ["unsafe-dark", "disorder", "threatened"] {
        let html = page(.question(subject), picture, texts)
        for table in picture.latest?.tables.filter({ $0.subject == subject }) ?? [] {
          for row in table.rows {
            #expect(html.contains(texts.figure(row.headline, table.measure)))
          }
        }
      }
    }
  }

  @Test("a figure that the rules hide is on no page, as no number")
  func hidden() throws {
    let picture = Self.pictureWithHiddenFigure()
    let table = try #require(picture.latest?.table("unsafe-dark", by: ["area"]))
    #expect(table.row(["strand"])?.headline.status == .tooFewAnswers)
    for texts in Texts.all {
      for page in [
        SiteAddress.Page.overview, .areas, .area("strand"), .question("unsafe-dark"),
        .differences(DifferenceFilter(includesUncertain: true)), .questions, .data,
      ] {
        // Where something stands on a drawing is no figure.
        let html = self.page(page, picture, texts)
          .replacing(#/ (?:x|y|x1|x2|y1|y2|cx|cy|r|d|points)="[^"]*"/#, with: "")
        for number in ["0.8765", "87,65", "87.65", "87,7", "87.7", "88\u{a0}%", "88%", "0,8765"] {
          #expect(!html.contains(number), "\(number) on \(page)")
        }
      }
      #expect(
        page(.question("unsafe-dark"), picture, texts)
          .contains(texts("chart.hidden.tooFewAnswers")))
    }
  }

  @Test("only certain comparisons stand in the list of differences")
  func onlyCertain() throws {
    for picture in [ExamplePictures.town, ExamplePictures.elsewhere] {
      let model = try #require(
        DifferencesModel(picture, .swedish, filter: DifferenceFilter()))
      #expect(!model.certain.isEmpty)
      #expect(!model.certain.contains { !$0.difference.isCertain })
      #expect(model.uncertain.isEmpty)
      let certain = picture.latest?.tables.flatMap(\.comparisons).filter(\.isCertain).count
      #expect(model.certainInAll == certain)
      let all = try #require(
        DifferencesModel(picture, .swedish, filter: DifferenceFilter(includesUncertain: true)))
      #expect(!all.uncertain.contains { $0.difference.isCertain })
      for line in all.uncertain { #expect(line.verdict == nil) }
    }
  }

  @Test("every comparison stands on one leaf of the list, and certain ones come first")
  func leaves() throws {
    let picture = ExamplePictures.town
    var filter = DifferenceFilter(includesUncertain: true)
    let first = try #require(DifferencesModel(picture, .swedish, filter: filter))
    var certain = 0
    var lines = 0
    for leaf in 1...first.leafCount {
      filter.leaf = leaf
      let model = try #require(DifferencesModel(picture, .swedish, filter: filter))
      #expect(model.certain.isEmpty || certain == lines)
      certain += model.certain.count
      lines += model.certain.count + model.uncertain.count
    }
    #expect(certain == first.certainCount)
    #expect(lines == picture.latest?.tables.flatMap(\.comparisons).count)
    for leaf in [0, -1, first.leafCount + 1] {
      filter.leaf = leaf
      #expect(DifferencesModel(picture, .swedish, filter: filter) == nil)
    }
  }

  @Test("the filter leaves only its topic and its kind of comparison")
  func filter() throws {
    let filter = DifferenceFilter(topic: "safety", comparison: "between.area.sex")
    let model = try #require(
      DifferencesModel(ExamplePictures.town, .english, filter: filter))
    #expect(!model.certain.isEmpty)
    for line in model.certain {
      #expect(line.subject.topic == "safety")
      #expect(line.difference.comparison.first.count == 2)
    }
  }

  @Test("a corrected publication says when and why on every page, and links to the earlier one")
  func correction() {
    for texts in Texts.all {
      for content in [SiteAddress.Page.overview, .method, .area("kvarn")] {
        let html = page(content, ExamplePictures.corrected, texts)
        #expect(html.contains("Vikterna för Österäng var fel"))
        #expect(html.contains(texts("page.month.1")))
        let earlier = SiteAddress(language: texts.language, publication: 5, page: .overview)
        #expect(html.contains("href=\"\(earlier.path)\""))
      }
    }
  }

  @Test("only example figures carry the banner")
  func banner() {
    for texts in Texts.all {
      let words = texts("page.layout.example")
      #expect(page(.overview, ExamplePictures.town, texts).contains(words))
      #expect(!page(.overview, ExamplePictures.elsewhere, texts).contains(words))
    }
  }

  private func page(_ page: SiteAddress.Page, _ picture: SafetyPicture, _ texts: Texts) -> String {
    Site(assets: .plain)
      .page(at: SiteAddress(language: texts.language, page: page), of: picture).html.string
  }

  /// The town with one area of twelve respondents, 87.65 % of whom feel unsafe.
  private static func pictureWithHiddenFigure() -> SafetyPicture {
    var picture = ExamplePictures.town
    guard var wave = picture.waves.popLast() else { return picture }
    let areas = ["kvarn", "oster", "centrum", "norra", "sodra", "strand"]
    func cell(_ value: Double) -> EstimatedCell {
      EstimatedCell(
        value: value, standardError: 0.02, lower: value - 0.03, upper: value + 0.03, count: 6)
    }
    let headline = [TableStatistic(code: TableStatistic.headline)]
    func table(_ dimensions: [TableDimension], _ rows: [EstimatedRow]) -> EstimatedTable {
      EstimatedTable(
        subject: "unsafe-dark", measure: .proportion, dimensions: dimensions,
        statistics: headline, rows: rows,
        comparisons: dimensions.isEmpty
          ? []
          : rows.map {
            EstimatedComparison(
              kind: .againstAll, first: $0.key, second: [],
              difference: $0.base == 12 ? 0.8765 : -0.05, standardError: 0.01,
              lower: -0.06, upper: -0.04, adjustedP: 0.001)
          })
    }
    let made = wave.rules.protect([
      table([], [EstimatedRow(key: [], base: 3000, cells: [cell(0.31)])]),
      table(
        [TableDimension(code: "area", values: areas)],
        areas.map {
          EstimatedRow(
            key: [$0], base: $0 == "strand" ? 12 : 600, cells: [cell($0 == "strand" ? 0.8765 : 0.3)]
          )
        }),
    ])
    wave.tables.removeAll { $0.subject == "unsafe-dark" }
    wave.tables += made
    picture.waves = [wave]
    return picture
  }
}
