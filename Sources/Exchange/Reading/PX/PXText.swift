import Foundation
import SafetyModel

/// Decodes a PX file: its own lines say which alphabet it is written in.
///
/// `CODEPAGE` says it; without, `CHARSET="ANSI"` is Windows' page 1252, and a file that says
/// nothing at all is from the days of DOS (page 850), as the specification has it.
enum PXText {
  static func decoded(_ bytes: [UInt8], file: String) throws(Problems) -> [UInt8] {
    guard !bytes.isEmpty else { throw Problems([Problem("file.empty", file: file)]) }
    let page = page(of: bytes)
    switch page {
    case "utf-8", "utf8", "us-ascii":
      let start = bytes.starts(with: mark) ? mark.count : 0
      guard String(validating: bytes[start...], as: UTF8.self) != nil else { break }
      return Array(bytes[start...])
    case "iso-8859-1", "windows-1252", "cp1252", "1252", "ansi":
      // Latin 1 with signs of Windows where Latin 1 has controls that no text holds.
      guard let text = String(data: Data(bytes), encoding: .windowsCP1252) else { break }
      return Array(text.utf8)
    case "iso-8859-15", "latin9":
      return utf8(bytes) { latin9[$0] ?? Unicode.Scalar($0) }
    case "ibm850", "850", "cp850":
      return utf8(bytes) { $0 < 0x80 ? Unicode.Scalar($0) : page850[Int($0) - 0x80] }
    default:
      throw Problems([
        Problem("px.codePage", arguments: ["page": String(page.prefix(40))], file: file)
      ])
    }
    throw Problems([Problem("px.notInCodePage", arguments: ["page": page], file: file)])
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func page(of bytes: [UInt8]) -> String {
    // A byte order mark stands for UTF-8, whatever a program forgot to change after it.
    if bytes.starts(with: mark) { return "utf-8" }
    // The keywords are ASCII in every alphabet that is used.
    var scanner = PXScanner(bytes)
    var charset: String?
    while let keyword = try? scanner.next(), keyword.name != "DATA" {
      if keyword.name == "CODEPAGE", let page = keyword.values.first { return page.lowercased() }
      if keyword.name == "CHARSET" { charset = keyword.values.first?.lowercased() }
    }
    guard let charset, charset != "oem" else { return "ibm850" }
    return charset
  }

  private static func utf8(_ bytes: [UInt8], _ scalar: (UInt8) -> Unicode.Scalar) -> [UInt8] {
    Array(String(String.UnicodeScalarView(bytes.map(scalar))).utf8)
  }

  /// Where Latin 9 is not Latin 1.
  private static let latin9: [UInt8: Unicode.Scalar] = [
    0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
  ]

  /// The upper half of code page 850.
  private static let page850 = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤"
      + "ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}").unicodeScalars)
}
