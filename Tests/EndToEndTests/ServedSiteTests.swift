import Foundation
import Testing

/// The program used as a person uses it, from the invented survey files to the site.
@Suite("The invented municipality, from its files to its site", .serialized, .servesExample)
struct ServedSiteTests {
  let example: ServedExample

  init() throws { example = try #require(ServedExample.current) }

  @Test("the overview is there in both languages and says that the data are invented")
  func overview() async throws {
    let swedish = try await example.server.get("/sv/")
    #expect(swedish.status == 200)
    #expect(swedish.text.contains("<html lang=\"sv\""))
    #expect(swedish.text.contains("Exempeldata"))
    let english = try await example.server.get("/en/")
    #expect(english.text.contains("<html lang=\"en\""))
    #expect(english.text.contains("Example data"))
  }

  @Test("every link leads somewhere, and every page has its title, heading and one main part")
  func links() async throws {
    var waiting = ["/sv/", "/en/"]
    var seen = Set(waiting)
    var pages = 0
    while let path = waiting.popLast() {
      let page = try await example.server.get(path)
      #expect(page.status == 200, "\(path)")
      guard page.headers["content-type"]?.hasPrefix("text/html") == true else { continue }
      pages += 1
      #expect(page.text.matches(of: /<h1[ >]/).count == 1, "\(path)")
      #expect(page.text.matches(of: /<main[ >]/).count == 1, "\(path)")
      #expect(page.text.contains("<title>"), "\(path)")
      #expect(!page.text.contains("⟦"), "a text is missing on \(path)")
      // Files are counted by the test below; an earlier publication has all pages again, and its
      // first one stands for them.
      for link in page.links
      where !link.contains(".") && link.firstMatch(of: /\/publi\w+\/\d+\/./) == nil
        && seen.insert(link).inserted
      {
        waiting.append(link)
      }
    }
    #expect(pages > 80)
  }

  @Test("every published table is there as a file of each format")
  func files() async throws {
    let data = try await example.server.get("/en/data")
    let files = data.links.filter { $0.wholeMatch(of: /.*\/data\/\d+\/[^\/]+\.\w+/) != nil }
    #expect(files.count > 100)
    for path in files {
      let file = try await example.server.get(path)
      #expect(file.status == 200, "\(path)")
      #expect(file.headers["access-control-allow-origin"] == "*", "\(path)")
      if path.hasSuffix(".json") {
        let tree = try JSONSerialization.jsonObject(with: file.body) as? [String: Any]
        #expect(tree?["version"] as? String == "2.0", "\(path)")
      } else {
        #expect(file.text.split(whereSeparator: \.isNewline).count > 1, "\(path)")
      }
    }
  }

  @Test("publishing the same again makes no new publication")
  func again() throws {
    let first = try Program.run(["publish"] + example.studies + ["--data", example.data])
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output != example.published)
    let verified = try Program.run("verify", example.data)
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  }

  @Test("a corrected file is on the site while it is served, with the reason")
  func correction() async throws {
    let before = try await example.server.get("/en/")
    let newest = try #require(example.studies.last)
    try removeLastRow(ofDataOf: newest)
    let outcome = try Program.run(
      "publish", newest, "--data", example.data, "--note", "A form was counted twice")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let tag = try #require(before.headers["etag"])
    var after = before
    for _ in 0..<50 where after.headers["etag"] == tag {
      try await Task.sleep(for: .milliseconds(100))
      after = try await example.server.get("/en/")
    }
    #expect(after.headers["etag"] != tag)
    let data = try await example.server.get("/en/data")
    #expect(data.text.contains("A form was counted twice"))
  }

  @Test("pages are without barriers in a browser", .enabled(if: Browser.isThere, Browser.absent))
  func barriers() throws {
    let outcome = try Browser.check(example.server.address)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  /// The data file has the study's name and stands beside it in `data/`.
  private func removeLastRow(ofDataOf study: String) throws {
    let text = try String(contentsOfFile: study, encoding: .utf8)
    let name = try #require(text.firstMatch(of: /file: *"?([^"\s]+\.csv)/)?.output.1)
    let url = URL(filePath: String(name), relativeTo: URL(filePath: study)).absoluteURL
    var lines = try String(contentsOf: url, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: true)
    lines.removeLast()
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: url)
  }
}
