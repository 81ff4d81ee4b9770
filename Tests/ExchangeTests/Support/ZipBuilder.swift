import CZlib

/// Writes small zip files, honest or not.
struct ZipBuilder {
  struct Part {
    var name: String
    var bytes: [UInt8]
    var isDeflated = true
    /// What the list says of the size, when it lies.
    var claimedBytes: Int?
    var flags = 0
    var checksum: UInt32?
  }
  var parts: [Part] = []
  /// Makes every entry of the list point at the first part.
  var overlaps = false

  static func of(_ parts: [(String, String)]) -> [UInt8] {
    ZipBuilder(parts: parts.map { Part(name: $0.0, bytes: Array($0.1.utf8)) }).bytes()
  }

  func bytes() -> [UInt8] {
    var file: [UInt8] = []
    var list: [UInt8] = []
    var first = 0
    for (index, part) in parts.enumerated() {
      let packed = part.isDeflated ? ZipBuilder.deflated(part.bytes) : part.bytes
      let checksum = part.checksum ?? ZipBuilder.checksum(part.bytes)
      let name = Array(part.name.utf8)
      let start = file.count
      if index == 0 { first = start }
      let common =
        le(20, 2) + le(part.flags, 2) + le(part.isDeflated ? 8 : 0, 2) + le(0, 4)
        + le(Int(checksum), 4) + le(packed.count, 4) + le(part.claimedBytes ?? part.bytes.count, 4)
        + le(name.count, 2) + le(0, 2)
      file += le(0x0403_4B50, 4) + common + name + packed
      list += le(0x0201_4B50, 4) + le(20, 2) + common + le(0, 2) + le(0, 2) + le(0, 2) + le(0, 4)
      list += le(overlaps ? first : start, 4) + name
    }
    let end =
      le(0x0605_4B50, 4) + le(0, 4) + le(parts.count, 2) + le(parts.count, 2) + le(list.count, 4)
      + le(file.count, 4) + le(0, 2)
    return file + list + end
  }

  private func le(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
  }

  /// Deflate alone: zlib's own form without its two bytes before and four after.
  static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var output = [UInt8](repeating: 0, count: Int(count))
    _ = compress2(&output, &count, bytes, UInt(bytes.count), 9)
    return Array(output[2..<(Int(count) - 4)])
  }
}

/// A workbook of one sheet.
func workbook(_ sheet: String, texts: [String] = []) -> [UInt8] {
  ZipBuilder.of([
    (
      "xl/workbook.xml",
      #"<workbook xmlns:r="r"><sheets><sheet name="Blad 1" sheetId="1" r:id="r1"/></sheets></workbook>"#
    ),
    (
      "xl/_rels/workbook.xml.rels",
      #"<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>"#
    ),
    ("xl/sharedStrings.xml", "<sst>\(texts.map { "<si><t>\($0)</t></si>" }.joined())</sst>"),
    ("xl/worksheets/s.xml", "<worksheet><sheetData>\(sheet)</sheetData></worksheet>"),
  ])
}
