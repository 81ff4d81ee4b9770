import HTTPTypes
import Pages
import SafetyModel
import Testing
import Workflows

@testable import Web

/// Writes an indicator's code alone.
private struct CodeFormat: IndicatorFormat {
  let fileEnding = "csv"
  let mediaType = "text/csv; charset=utf-8"
  func write(
    _ report: IndicatorReport, of municipality: Municipality, in language: Language
  ) -> [UInt8] { Array("\(report.indicator.code) \(language.code)".utf8) }
  func write(
    _ comparison: IndicatorComparison, of indicator: Indicator, beside municipality: Municipality,
    in language: Language
  ) -> [UInt8] { Array("\(indicator.code) elsewhere".utf8) }
}

@Suite("Indicators as files")
struct IndicatorFilesTests {
  private let files = IndicatorFiles(formats: [CodeFormat()])
  private let picture = ExamplePictures.town

  private func file(_ code: String, ending: String = "csv", of picture: SafetyPicture? = nil)
    -> Answer?
  {
    files.answer(code, ending: ending, in: .english, of: picture ?? self.picture)
  }

  @Test("are of every indicator, its parts included")
  func all() throws {
    func codes(_ reports: [IndicatorReport]) -> [String] {
      reports.flatMap { [$0.indicator.code] + codes($0.parts) }
    }
    let all = codes(picture.reports)
    #expect(!all.isEmpty)
    for code in all {
      let answer = try #require(file(code), "\(code)")
      #expect(answer.headers[.contentDisposition] == "inline; filename=\"\(code).csv\"")
    }
  }

  @Test("are open to other sites")
  func open() throws {
    let code = try #require(picture.reports.first?.indicator.code)
    let answer = try #require(file(code))
    #expect(answer.headers[.accessControlAllowOrigin] == "*")
    #expect(answer.headers[.crossOriginResourcePolicy] == "cross-origin")
  }

  @Test("are none of what there is not")
  func missing() throws {
    let code = try #require(picture.reports.first?.indicator.code)
    #expect(file("nowhere") == nil)
    #expect(file("") == nil)
    #expect(file(code, ending: "pdf") == nil)
    #expect(file(code, ending: "") == nil)
  }

  @Test("have names that cannot end the header")
  func names() throws {
    var picture = picture
    var report = try #require(picture.reports.first)
    report.indicator.code = "a\"\r\nSet-Cookie: b/å"
    picture.reports = [report]
    let heading = try #require(file(report.indicator.code, of: picture)).headers
    #expect(heading[.contentDisposition] == "inline; filename=\"a--Set-Cookie--b--.csv\"")
  }
}
