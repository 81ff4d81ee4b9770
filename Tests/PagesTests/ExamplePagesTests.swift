import Foundation
import Markup
import Pages
import SafetyModel
import Testing
import Texts

/// Every example of every page, in every language.
@Suite("Pages")
struct ExamplePagesTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let example: ExamplePage
    let language: Language
    var testDescription: String { "\(example.name).\(language.code)" }
    var html: String { ExamplePagesTests.rendered[testDescription] ?? "" }
  }

  static let samples = ExamplePage.all.flatMap { example in
    Texts.all.map { Sample(example: example, language: $0.language) }
  }

  /// Rendered once: many tests read the same page.
  static let rendered = Dictionary(
    uniqueKeysWithValues: samples.map {
      ($0.testDescription, $0.example.render(in: $0.language).html.string)
    })

  private static let output = ProcessInfo.processInfo.environment["PAGES_OUTPUT"]

  /// `PAGES_OUTPUT=dir` writes every example with its style sheet, to be looked at.
  @Test("can be written to a directory to be looked at", .enabled(if: output != nil))
  func write() throws {
    let directory = try #require(Self.output)
    let root = URL(fileURLWithPath: directory)
    try FileManager.default.createDirectory(
      at: root.appending(path: "assets"), withIntermediateDirectories: true)
    for sample in Self.samples {
      let file = root.appending(path: "\(sample.testDescription).html")
      try Data(sample.example.render(in: sample.language).html.bytes).write(to: file)
    }
    for asset in Assets.all {
      try Data(asset.bytes).write(to: root.appending(path: "assets/\(asset.name)"))
    }
    let site = Site(assets: .plain)
    for texts in Texts.all {
      let notFound = site.notFound(texts, ExamplePictures.town).html
      try Data(notFound.bytes).write(
        to: root.appending(path: "not-found.\(texts.language.code).html"))
      let failure = site.failure(texts, ExamplePictures.empty).html
      try Data(failure.bytes).write(
        to: root.appending(path: "failure.\(texts.language.code).html"))
    }
  }

  @Test("have no text without words", arguments: samples)
  func words(sample: Sample) {
    #expect(!sample.html.contains("⟦"))
    #expect(sample.example.render(in: sample.language).status == 200)
    let braces = sample.html.matches(of: /\{[a-zA-Z]+\}/)
    #expect(braces.isEmpty)
  }
}
