import Foundation
import SafetyModel
import Testing
import Workflows

@testable import Exchange

@Suite("What sources are asked")
struct RequestTests {
  private func request(_ code: String) throws -> SourceRequest {
    let recorded = try #require(RecordedSource.all.first { $0.source.code == code })
    return try recorded.source.request(for: recorded.entry())
  }

  @Test("PxWebApi 2 in the address")
  func pxweb2() throws {
    #expect(
      try request("pxweb-2").address
        == "https://statistikdatabasen.scb.se/api/v2/tables/TAB638/data?lang=en"
        + "&valueCodes%5BCivilstand%5D=G,SK&valueCodes%5BKon%5D=1,2"
        + "&valueCodes%5BContentsCode%5D=BE0101N1&valueCodes%5BTid%5D=top(3)"
        + "&outputFormat=json-stat2")
  }

  @Test("PxWebApi 1 in JSON, with its filters")
  func pxweb1() throws {
    let request = try request("pxweb-1")
    #expect(
      String(decoding: request.body ?? [], as: UTF8.self)
        == #"{"query":[{"code":"Civilstand","selection":{"filter":"item","values":["G","SK"]}},"#
        + #"{"code":"Kon","selection":{"filter":"item","values":["1","2"]}},"#
        + #"{"code":"ContentsCode","selection":{"filter":"item","values":["BE0101N1"]}},"#
        + #"{"code":"Tid","selection":{"filter":"top","values":["3"]}}],"#
        + #""response":{"format":"json"}}"#)
  }

  @Test("Kolada in the path, and page by page")
  func kolada() throws {
    #expect(
      try request("kolada-3").address
        == "https://api.kolada.se/v3/data/kpi/N99999/municipality/1290,0000,0001/year/2023,2024")
    let recorded = try #require(RecordedSource.all.first { $0.source.code == "kolada-2" })
    let answers = try recorded.answers()
    let next = try recorded.source.next(after: [answers[0]], for: recorded.entry())
    #expect(next?.address.hasSuffix("page=2&per_page=2") == true)
    #expect(try recorded.source.next(after: answers, for: recorded.entry()) == nil)
  }

  @Test("nothing, when they are files")
  func files() throws {
    #expect(problems { _ = try request("csv") }.map(\.key) == ["source.notAsked"])
  }
}
