import SafetyModel
import Testing

@testable import Exchange

@Suite("Zip files")
struct ZipArchiveTests {
  private static func part(_ text: String, deflated: Bool = true) -> ZipBuilder.Part {
    ZipBuilder.Part(name: "a.txt", bytes: Array(text.utf8), isDeflated: deflated)
  }

  private func keys(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) -> [String] {
    problems {
      let archive = try ZipArchive(bytes, file: "x.zip", limits: limits)
      for entry in archive.entries { _ = try archive.contents(of: entry) }
    }.map { problem in
      expectWords(problem)
      return problem.key
    }
  }

  @Test("give back what was put in, packed or not", arguments: [true, false])
  func contents(isDeflated: Bool) throws {
    let text = String(repeating: "Trygghet åäö ", count: 20_000)
    let parts = [ZipArchiveTests.part(text, deflated: isDeflated), ZipArchiveTests.part("")]
    let archive = try ZipArchive(ZipBuilder(parts: parts).bytes(), file: "x.zip")
    #expect(archive.entries.map(\.bytes) == [text.utf8.count, 0])
    let first = try #require(archive.entries.first)
    #expect(try archive.contents(of: first) == Array(text.utf8))
  }

  @Test("that are not whole or not honest are refused")
  func faults() {
    let whole = ZipBuilder(parts: [ZipArchiveTests.part("hello")]).bytes()
    #expect(keys(Array(whole.dropLast())) == ["zip.noList"])
    #expect(keys(Array("PK\u{3}\u{4} and nothing".utf8)) == ["zip.noList"])
    #expect(keys(Array(whole.dropFirst(3))) == ["zip.damagedList"])
    var part = ZipArchiveTests.part("hello")
    part.flags = 1
    #expect(keys(ZipBuilder(parts: [part]).bytes()) == ["zip.encrypted"])
    part.flags = 0
    part.checksum = 7
    #expect(keys(ZipBuilder(parts: [part]).bytes()) == ["zip.damaged"])
    let twice = [ZipArchiveTests.part("hello"), ZipArchiveTests.part("hello")]
    #expect(keys(ZipBuilder(parts: twice, overlaps: true).bytes()) == ["zip.overlap"])
  }

  @Test("that grow beyond the limits are refused, whatever they say of themselves")
  func bombs() {
    let zeros = [UInt8](repeating: 0, count: 10_000_000)
    let bomb = ZipBuilder.Part(name: "bomb", bytes: zeros)
    let limits = ZipLimits(entryBytes: 1_000_000)
    #expect(keys(ZipBuilder(parts: [bomb]).bytes(), limits: limits) == ["zip.tooLarge"])
    var liar = bomb
    liar.claimedBytes = 10
    #expect(keys(ZipBuilder(parts: [liar]).bytes(), limits: limits) == ["zip.tooLarge"])
    let many = (0..<20).map { _ in ZipArchiveTests.part("x") }
    #expect(
      keys(ZipBuilder(parts: many).bytes(), limits: ZipLimits(entries: 19)) == ["zip.tooManyParts"])
    #expect(
      keys(ZipBuilder(parts: many).bytes(), limits: ZipLimits(totalBytes: 19)) == ["zip.tooLarge"])
    #expect(
      keys(ZipBuilder(parts: many).bytes(), limits: ZipLimits(archiveBytes: 19)) == [
        "file.tooLarge"
      ])
  }

  @Test("with any one byte changed or cut are read as they were or refused")
  func mutations() throws {
    let text = String(repeating: "ab", count: 50)
    let whole = ZipBuilder(parts: [ZipArchiveTests.part(text)]).bytes()
    for place in whole.indices {
      for change in [UInt8(1), 0x80, 0xFF] {
        var bytes = whole
        bytes[place] ^= change
        expectSame(bytes, text)
      }
      expectSame(Array(whole[..<place]), text)
    }
  }

  private func expectSame(_ bytes: [UInt8], _ text: String) {
    do {
      let archive = try ZipArchive(bytes, file: "x.zip")
      for entry in archive.entries {
        #expect(try archive.contents(of: entry) == Array(text.utf8))
      }
    } catch { #expect(!error.list.isEmpty) }
  }
}
