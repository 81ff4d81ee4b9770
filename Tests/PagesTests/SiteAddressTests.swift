import Pages
import SafetyModel
import Testing
import Texts

@Suite("Addresses")
struct SiteAddressTests {
  static let codes = [
    "centrum", "16-24", "åäö", "a b", "by", "-by-", "x-by", "by-by-by", "1", "a/b?c=d&e", "100%",
    "۱", "a.b", "+",
  ]

  static let pages: [SiteAddress.Page] = {
    var pages: [SiteAddress.Page] = [
      .overview, .indicators, .register, .preconditions, .areas, .questions, .method, .data, .about,
      .accessibility,
      .differences(DifferenceFilter()),
      .differences(DifferenceFilter(includesUncertain: true)),
      .differences(DifferenceFilter(topic: "t", leaf: 3)),
    ]
    for code in codes {
      pages += [.area(code), .question(code), .indicator(code), .comparison(code)]
      pages += [
        .comparison(code, ComparisonChoice(group: code, period: .year(2024))),
        .comparison("x", ComparisonChoice(period: .halfYear(2024, half: 1))),
        .comparisonFile(code, fileEnding: "csv"),
      ]
      pages += [.areaPreconditions(code), .indicatorFile(code, fileEnding: "csv")]
      pages.append(.differences(DifferenceFilter(topic: code)))
      pages.append(.differences(DifferenceFilter(topic: "t", comparison: code)))
      for other in codes {
        pages.append(
          .table(
            PublishedTableName(
              publication: 7, subject: code, dimensions: [other, "sex"], fileEnding: "csv")))
      }
      pages.append(
        .table(
          PublishedTableName(publication: 1, subject: code, dimensions: [], fileEnding: "json")))
    }
    return pages
  }()

  @Test("reading is the inverse of writing, in every language and publication")
  func inverse() {
    for texts in Texts.all {
      for publication in [nil, 3] {
        for page in Self.pages {
          let address = SiteAddress(
            language: texts.language, publication: publication, page: page)
          #expect(SiteAddress(path: address.path) == address, "\(address.path)")
          #expect(address.path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f })
        }
      }
    }
  }

  @Test("are the readable ones that were promised")
  func promised() {
    func path(_ page: SiteAddress.Page, _ language: Language = .swedish) -> String {
      SiteAddress(language: language, page: page).path
    }
    #expect(path(.overview) == "/sv/")
    #expect(path(.area("centrum")) == "/sv/omraden/centrum")
    #expect(
      path(.differences(DifferenceFilter(topic: "safety", comparison: "against.area")))
        == "/sv/skillnader?amne=safety&jamfor=against.area")
    let table = PublishedTableName(
      publication: 3, subject: "unsafe-dark", dimensions: ["area", "sex"], fileEnding: "csv")
    #expect(path(.table(table)) == "/sv/data/3/unsafe-dark-by-area-by-sex.csv")
    #expect(path(.areas, .english) == "/en/areas")
    #expect(
      SiteAddress(language: .swedish, publication: 3, page: .overview).path == "/sv/publicering/3")
  }

  @Test(
    "lead nowhere when they are not ours",
    arguments: [
      "", "sv", "/", "/xx/", "/sv/nowhere", "/sv/areas", "/sv/omraden/a/b", "/sv/publicering/0",
      "/sv/publicering/03", "/sv/publicering/-1", "/sv/publicering", "/sv/data/x/y.csv",
      "/sv/data/1/y", "/sv/data/1/.csv", "/sv//omraden", "/sv/omraden/%FF",
    ])
  func refused(path: String) {
    #expect(SiteAddress(path: path) == nil)
  }

  @Test("a form without choices is the page itself, and a form's plus is a blank")
  func form() {
    let plain = SiteAddress(path: "/sv/skillnader?amne=&jamfor=&x=y")
    #expect(plain?.page == .differences(DifferenceFilter()))
    let blank = SiteAddress(path: "/en/differences?topic=a+b&show=all")
    #expect(blank?.page == .differences(DifferenceFilter(topic: "a b", includesUncertain: true)))
  }

  @Test("every page has a twin in the other language, and the twin leads back")
  func twins() {
    for page in Self.pages {
      let here = SiteAddress(language: .swedish, page: page)
      let there = here.twin(in: .english)
      #expect(there.path != here.path)
      #expect(there.twin(in: .swedish) == here)
    }
  }
}
