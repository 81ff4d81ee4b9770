import Foundation
import SafetyModel

/// Decodes a PX file: its own lines say which alphabet it is written in.
enum PXText {
  static func decoded(_ bytes: [UInt8], file: String) throws(Problems) -> [UInt8] {
    guard !bytes.isEmpty else { throw Problems([Problem("file.empty", file: file)]) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // The keywords are ASCII in every alphabet that is used.
    let head = String(decoding: bytes[start...].prefix(4_000), as: UTF8.self)
    let page = value(of: "CODEPAGE", in: head)?.lowercased()
    let charset = value(of: "CHARSET", in: head)?.uppercased()
    switch page ?? (charset == "ANSI" ? "windows-1252" : start == 3 ? "utf-8" : "ibm850") {
    case "utf-8", "utf8":
      guard String(validating: bytes[start...], as: UTF8.self) != nil else { break }
      return Array(bytes[start...])
    case "iso-8859-1", "iso-8859-15", "windows-1252", "1252":
      guard let text = String(data: Data(bytes), encoding: .windowsCP1252) else { break }
      return Array(text.utf8)
    case "ibm850", "850", "cp850", "437":
      return Array(String(String.UnicodeScalarView(bytes.map(scalar))).utf8)
    case let other:
      throw Problems([Problem("px.codePage", arguments: ["page": other], file: file)])
    }
    throw Problems([Problem("px.notInCodePage", arguments: ["page": page ?? ""], file: file)])
  }

  private static func value(of keyword: String, in head: String) -> String? {
    guard let place = head.range(of: keyword + "=\"") else { return nil }
    return head[place.upperBound...].firstIndex(of: "\"").map {
      String(head[place.upperBound..<$0])
    }
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    byte < 0x80 ? Unicode.Scalar(byte) : page850[Int(byte) - 0x80]
  }

  /// The upper half of code page 850.
  private static let page850 = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤"
      + "ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}").unicodeScalars)
}
