import Foundation
import SafetyModel
import Testing

@testable import Exchange

@Suite("Alphabets of PX files")
struct PXTextTests {
  private func text(_ head: String, _ bytes: [UInt8], mark: [UInt8] = []) throws -> String {
    let whole = mark + Array(head.utf8) + Array("TITLE=\"".utf8) + bytes + Array("\";DATA=1;".utf8)
    let decoded = String(decoding: try PXText.decoded(whole, file: "x.px"), as: UTF8.self)
    #expect(decoded.hasPrefix(head.isEmpty ? "TITLE" : String(head.prefix(4))))
    return try #require(decoded.firstMatch(of: /TITLE="([^"]*)"/).map { String($0.output.1) })
  }

  /// å in each of them, and what they differ in.
  @Test(
    "are what the file says",
    arguments: [
      ("CODEPAGE=\"utf-8\";", [0xC3, 0xA5, 0xE2, 0x82, 0xAC], "å€"),
      ("CODEPAGE=\"iso-8859-1\";", [0xE5, 0xC4, 0xB4], "åÄ´"),
      ("CODEPAGE=\"ISO-8859-15\";", [0xE5, 0xA4, 0xB4, 0xBE], "å€ŽŸ"),
      ("CODEPAGE=\"Windows-1252\";", [0xE5, 0x80, 0x96], "å€–"),
      ("CHARSET=\"ANSI\";\r\nCODEPAGE = \"windows-1252\";", [0xE5, 0x80], "å€"),
      ("CHARSET=\"ANSI\";", [0xE5, 0x84], "å„"),
      ("CHARSET=\"ANSI\";CODEPAGE=\"ibm850\";", [0x86, 0x84, 0x94], "åäö"),
      ("CHARSET=\"OEM\";", [0x86, 0x8F], "åÅ"),
      ("", [0x86, 0x99], "åÖ"),
    ] as [(String, [UInt8], String)])
  func pages(head: String, bytes: [UInt8], expected: String) throws {
    #expect(try text(head, bytes) == expected)
  }

  @Test("are UTF-8 after a byte order mark, whatever stands there")
  func mark() throws {
    let head = "CODEPAGE=\"windows-1252\";"
    #expect(try text(head, [0xC3, 0xA5], mark: [0xEF, 0xBB, 0xBF]) == "å")
  }

  @Test(
    "are refused when they are others, or not what the file says",
    arguments: [
      ("CODEPAGE=\"utf-16\";", [0x41], "px.codePage"), ("CODEPAGE=\"437\";", [0x86], "px.codePage"),
      ("CODEPAGE=\"utf-8\";", [0xE5], "px.notInCodePage"),
      ("CODEPAGE=\"utf-8\";", [0xC3], "px.notInCodePage"),
      ("CODEPAGE=\"windows-1252\";", [0x81], "px.notInCodePage"),
    ] as [(String, [UInt8], String)])
  func refused(head: String, bytes: [UInt8], key: String) {
    let found = problems { _ = try text(head, bytes) }
    #expect(found.map(\.key) == [key])
    found.forEach { expectWords($0) }
  }

  @Test("have the letters of DOS where they stood")
  func dos() throws {
    // 0xD5 is the euro sign in the page's later edition (858) alone.
    let upper = [UInt8](0x80...0xFF)
    let ours = try text("CODEPAGE=\"ibm850\";", upper)
    #expect(ours.unicodeScalars.count == 128)
    #expect(Set(ours.unicodeScalars).count == 128)
    let letters: [UInt8: Unicode.Scalar] = [
      0x80: "Ç", 0x84: "ä", 0x86: "å", 0x8E: "Ä", 0x8F: "Å", 0x90: "É", 0x94: "ö", 0x99: "Ö",
      0x9B: "ø", 0xD5: "ı", 0xE1: "ß", 0xFF: "\u{A0}",
    ]
    let scalars = Array(ours.unicodeScalars)
    for (byte, letter) in letters { #expect(scalars[Int(byte) - 0x80] == letter) }
  }
}
