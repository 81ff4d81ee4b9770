import Markup
import Pages
import SafetyModel
import TestSupport
import Testing
import Texts

/// What holds for every page, whatever is on it.
@Suite("The structure of pages")
struct PageStructureTests {
  typealias Sample = ExamplePagesTests.Sample
  static let samples = ExamplePagesTests.samples

  @Test("elements are balanced and ids are unique", arguments: samples)
  func wellFormed(sample: Sample) {
    let page = PageStructure(sample.html)
    #expect(page.unbalanced.isEmpty)
    let twice = Dictionary(grouping: page.ids, by: { $0 }).filter { $0.value.count > 1 }.keys
    #expect(twice.isEmpty, "\(twice)")
    for tag in page.starts {
      for name in ["aria-labelledby", "for"] {
        for id in (tag.attributes[name] ?? "").split(separator: " ") {
          #expect(page.ids.contains(String(id)), "\(name)=\(id)")
        }
      }
    }
  }

  @Test("headings go down one level at a time from a single first one", arguments: samples)
  func headings(sample: Sample) {
    let levels = PageStructure(sample.html).headingLevels
    #expect(levels.first == 1)
    #expect(levels.filter { $0 == 1 }.count == 1)
    for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
  }

  @Test("every link on the site leads somewhere, and its twin too", arguments: samples)
  func links(sample: Sample) {
    let page = PageStructure(sample.html)
    for tag in page.starts where tag.name == "a" || tag.name == "form" {
      let target = tag.attributes["href"] ?? tag.attributes["action"] ?? ""
      if target.hasPrefix("#") {
        #expect(page.ids.contains(String(target.dropFirst())), "\(target)")
      } else if target.hasPrefix("/") {
        let address = SiteAddress(path: target.replacing("&amp;", with: "&"))
        #expect(address != nil, "\(target)")
        #expect(answers(address, sample.example.picture), "\(target)")
      } else {
        let email = sample.example.picture.municipality.contact?.email ?? ""
        #expect(target.hasPrefix("https://www.digg.se/") || target == "mailto:" + email)
      }
    }
  }

  /// Whether the picture has what an address names; each kind of page is rendered elsewhere.
  private func answers(_ address: SiteAddress?, _ picture: SafetyPicture) -> Bool {
    guard let address else { return false }
    let codebook = picture.latest?.codebook
    switch address.page {
    case .table(let name):
      return picture.waves.contains { wave in
        wave.number == name.publication && wave.table(name.subject, by: name.dimensions) != nil
      }
    case .area(let code):
      return codebook?.dimension(role: .area)?.values.contains { $0.code == code } == true
    case .question(let code): return codebook?.subject(code) != nil
    case .indicator(let code), .comparison(let code, _), .indicatorFile(let code, _),
      .comparisonFile(let code, _):
      return picture.reports.contains { $0.indicator.code == code }
    default: return true
    }
  }

  @Test(
    "the head says language, description, twin and style; nothing is inline", arguments: samples)
  func head(sample: Sample) {
    let html = sample.html
    #expect(html.hasPrefix("<!doctype html><html lang=\"\(sample.language.code)\">"))
    #expect(html.contains("<meta name=\"description\" content=\""))
    #expect(html.contains("rel=\"stylesheet\""))
    let page = PageStructure(html)
    #expect(page.starts.filter { $0.attributes["hreflang"] != nil }.count >= 2)
    #expect(page.starts.contains { $0.attributes["class"] == "skip" })
    #expect(!page.starts.contains { $0.name == "style" || $0.name == "script" })
    #expect(!page.starts.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
    #expect(!page.starts.contains { $0.attributes["style"] != nil })
  }

  @Test("controls and regions have names, and cells have their headings", arguments: samples)
  func names(sample: Sample) {
    let page = PageStructure(sample.html)
    for tag in page.starts {
      switch tag.name {
      case "select", "input":
        #expect(page.starts.contains { $0.attributes["for"] == tag.attributes["id"] })
      case "th": #expect(tag.attributes["scope"] != nil)
      case "nav", "section":
        #expect(tag.attributes["aria-label"] != nil || tag.attributes["aria-labelledby"] != nil)
      case "img": #expect(tag.attributes["alt"] != nil)
      default: break
      }
      if tag.attributes["role"] == "region" || tag.attributes["role"] == "img" {
        let name = tag.attributes["aria-label"] ?? tag.attributes["aria-labelledby"] ?? ""
        #expect(!name.isEmpty)
      }
    }
  }

  @Test("are as they were when someone looked at them", arguments: samples)
  func golden(sample: Sample) {
    Golden.expect(PageStructure.outline(sample.html), "\(sample.testDescription).html")
  }

  @Test("pages without an address have both words and ways on")
  func messages() {
    let site = Site(assets: .plain)
    for texts in Texts.all {
      for picture in [ExamplePictures.town, ExamplePictures.empty] {
        let notFound = site.notFound(texts, picture)
        #expect(notFound.status == 404)
        #expect(notFound.html.string.contains(texts("page.notFound.title")))
        let failure = site.failure(texts, picture)
        #expect(failure.status == 500)
        #expect(failure.html.string.contains(texts("page.failure.title")))
      }
      for page in [SiteAddress.Page.area("nowhere"), .question("nothing")] {
        let address = SiteAddress(language: texts.language, page: page)
        #expect(site.page(at: address, of: ExamplePictures.town).status == 404)
      }
      let empty = SiteAddress(language: texts.language, page: .overview)
      #expect(
        site.page(at: empty, of: ExamplePictures.empty).html.string.contains("trygghet publish"))
    }
  }
}
