import Exchange
import Foundation
import SafetyModel
import Testing
import Workflows

/// The system files with which PSPP tests its own reader: odd ones, and broken ones.
@Suite(
  "PSPP's malformed files",
  .enabled(if: SharedData.has("spss_stata"), "../shared/data/spss_stata is not here"))
struct MalformedFilesTests {
  @Test("are read or refused, in both byte orders", arguments: [false, true])
  func all(_ bigEndian: Bool) throws {
    let source = SharedData.shared.appending(path: "spss_stata/pspp/data/sys-file-reader.at")
    let text = try String(contentsOf: source, encoding: .utf8)
      .replacing("@<:@", with: "[").replacing("@:>@", with: "]")
    let blocks = text.matches(of: #/AT_DATA\(\[sys-file\.sack\], \[dnl\n((?s).*?)\n\]\)/#)
    #expect(blocks.count == 83)
    let folder = try TemporaryFolder()
    var outcomes: [String: Int] = [:]
    for (number, block) in blocks.enumerated() {
      let bytes = try SackAssembler.bytes(String(block.output.1), bigEndian: bigEndian)
      let path = try folder.write(bytes, as: "\(number).sav")
      do {
        try Program.readStatistics(path).expectSound()
        outcomes["read", default: 0] += 1
      } catch let problems as Problems {
        #expect(problems.list.count == 1)
        problems.list.forEach { expectWords($0) }
        outcomes[problems.list.first?.key ?? "", default: 0] += 1
      }
    }
    print("PSPP's files: \(outcomes.sorted { $0.key < $1.key })")
    #expect(outcomes.count > 1)
  }
}

/// Good files in which one number lies.
@Suite("Files that promise too much")
struct LyingFilesTests {
  /// A file, where in it which bytes are replaced, and the problem; none when it is harmless.
  static let lies: [(String, Lie, String?)] = [
    ("answers.sav", Lie(at: 80, [0xFF, 0xFF, 0xFF, 0x7F]), "file.tooManyRows"),
    ("answers.sav", Lie(at: 80, [0x80, 0x96, 0x98, 0x00]), "statfile.invalid"),
    ("answers.sav", Lie(at: 80, [0, 0, 0, 0]), "statfile.noRows"),
    // Programs that stream their output do not know how many rows there will be.
    ("answers.sav", Lie(at: 80, [0xFF, 0xFF, 0xFF, 0xFF]), nil),
    ("answers.sav", Lie(after: [3, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0x7F]), "statfile.invalid"),
    ("answers.dta", Lie(after: Array("<K>".utf8), [0xFF, 0xFF]), "statfile.invalid"),
    (
      "answers.dta", Lie(after: Array("<N>".utf8), [0xFF, 0xFF, 0xFF, 0x7F]), "file.tooManyRows"
    ),
    ("answers.dta", Lie(after: Array("<N>".utf8), [39]), "statfile.invalid"),
  ]

  struct Lie: Sendable {
    var place: [UInt8]?
    var offset = 0
    var bytes: [UInt8]
    init(at offset: Int, _ bytes: [UInt8]) {
      self.offset = offset
      self.bytes = bytes
    }
    init(after place: [UInt8], _ bytes: [UInt8]) {
      self.place = place
      self.bytes = bytes
    }
  }

  @Test("cost nothing", arguments: lies)
  func lie(_ name: String, _ lie: Lie, _ key: String?) throws {
    var file = Array(try Data(contentsOf: SharedData.fixtures.appending(path: name)))
    var start = lie.offset
    if let place = lie.place { start = try #require(file.firstRange(of: place)).upperBound }
    file.replaceSubrange(start..<(start + lie.bytes.count), with: lie.bytes)
    let folder = try TemporaryFolder()
    let path = try folder.write(file, as: name)
    guard let key else {
      #expect(try Program.readStatistics(path).rowCount == 40)
      return
    }
    let told = problems { _ = try Program.readStatistics(path) }
    #expect(told.map(\.key) == [key])
  }
}
