import Foundation
import SafetyModel
import Workflows

@testable import Exchange

/// One thing that goes wrong at a source, or in a file, and what must come of it.
struct SourceFault: Sendable {
  /// In plain words, for the documentation.
  var words: String
  var answers: [LocalServer.Answer]
  /// The problem; `nil` when the answer is taken in all the same.
  var key: String?

  init(_ words: String, _ key: String?, _ answers: LocalServer.Answer...) {
    self.words = words
    self.key = key
    self.answers = answers
  }

  /// Everything that is tried over the network, from a recorded answer that is right.
  static func all(of right: [UInt8]) -> [SourceFault] {
    let text = String(decoding: right, as: UTF8.self)
    func with(_ old: String, _ new: String) -> LocalServer.Answer {
      .http(200, Array(text.replacing(old, with: new, maxReplacements: 1).utf8))
    }
    let whole = LocalServer.Answer.http(200, right)
    var drip = whole
    drip.pause = 50
    var silent = LocalServer.Answer(bytes: [])
    silent.hangs = true
    var latin = text
    latin.replace("marital status", with: "äktenskap")
    let page = Array("<!DOCTYPE html><title>Maintenance</title>".utf8)
    let zipped = ["Content-Encoding: gzip"]
    return [
      SourceFault("nothing but the connection's end", "fetch.cutOff", .init(bytes: [])),
      SourceFault(
        "a body that is cut off", "fetch.cutOff",
        .http(200, Array(right.prefix(900)), length: right.count)),
      SourceFault(
        "half a JSON text that is said to be whole", "json.notJSON",
        .http(200, Array(right.prefix(900)))),
      SourceFault("an empty body", "file.empty", .http(200)),
      SourceFault(
        "a heading that never ends", "fetch.cutOff",
        .init(bytes: Array("HTTP/1.1 200 OK\r\nX: ".utf8) + .init(repeating: 0x61, count: 99_000))),
      SourceFault("something that is not HTTP", "fetch.failed", .init(bytes: [0, 1, 2, 13, 10])),
      SourceFault("no answer at all in time", "fetch.timedOut", silent),
      SourceFault("an answer that drips", "fetch.timedOut", drip),
      SourceFault(
        "a body that is too large", "fetch.tooLarge",
        .http(200, .init(repeating: 0x20, count: 300_000))),
      SourceFault(
        "a packed body that is too large unpacked", "fetch.tooLarge",
        .http(200, gzip(.init(repeating: 0x20, count: 30_000_000)), headings: zipped)),
      SourceFault(
        "a packed body that is damaged", "fetch.cutOff",
        .http(200, Array("no gzip".utf8), headings: zipped)),
      SourceFault("a packed body", nil, .http(200, gzip(right), headings: zipped)),
      SourceFault("a page for people with status 200", "json.notJSON", .http(200, page)),
      SourceFault(
        "letters in Latin 1 instead of UTF-8", "file.notUTF8",
        .http(200, latin.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })),
      SourceFault("status 404", "fetch.refused", .http(404)),
      SourceFault("status 500, then the answer", nil, .http(500), whole),
      SourceFault(
        "status 500 again and again", "fetch.refused", .http(500), .http(500), .http(500)),
      SourceFault(
        "status 429 and “Retry-After: 1”, then the answer", nil,
        .http(429, headings: ["Retry-After: 1"]), whole),
      SourceFault(
        "status 429 and “Retry-After: 3600”", "fetch.comeBackLater",
        .http(429, headings: ["Retry-After: 3600"])),
      SourceFault(
        "status 503 and a moment half a minute away, then the answer", nil,
        .http(
          503,
          headings: [
            "Date: Wed, 21 Oct 2026 07:27:30 GMT", "Retry-After: Wed, 21 Oct 2026 07:28:00 GMT",
          ]), whole),
      SourceFault(
        "a redirection to itself", "fetch.redirected", .http(302, headings: ["Location: /data"])),
      SourceFault(
        "a redirection to plain http", "fetch.redirected",
        .http(301, headings: ["Location: http://source.example/"])),
      SourceFault(
        "a redirection to a private address", "fetch.redirected",
        .http(307, headings: ["Location: https://169.254.169.254/"])),
      SourceFault("status 304 that nobody asked for", "fetch.refused", .http(304)),
      SourceFault("true where a number should be", "json.wrong", with("1651482", "true")),
      SourceFault("a number with its unit", "json.wrong", with("1651482", "\"1651482 st\"")),
      SourceFault("a number beyond all bounds", "json.wrong", with("1651482", "\"1e999\"")),
      SourceFault("a value too few", "json.wrong", with("1651482,", "")),
      SourceFault("a percent sign among counts", "source.percentSign", with("1651482", "\"16 %\"")),
      SourceFault("“..” for a number: not available", nil, with("1651482", "\"..\"")),
      SourceFault("“.” for a number: cannot occur", nil, with("1651482", "\".\"")),
      SourceFault(
        "a dimension by another name", "source.noDimension",
        .http(200, Array(text.replacing("\"Kon\"", with: "\"Sex\"").utf8))),
      SourceFault(
        "a category that is gone", "source.noCategory",
        .http(200, Array(text.replacing("\"G\"", with: "\"H\"").utf8))),
      SourceFault(
        "a period that is none", "source.notAPeriod",
        .http(200, Array(text.replacing("\"2015\"", with: "\"i fjol\"").utf8))),
    ]
  }

  /// Bytes as gzip packs them (RFC 1952).
  private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    func four(_ value: UInt32) -> [UInt8] {
      (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + ZipBuilder.deflated(bytes)
      + four(ZipBuilder.checksum(bytes)) + four(UInt32(truncatingIfNeeded: bytes.count))
  }
}
