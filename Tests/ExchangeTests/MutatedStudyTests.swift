import Foundation
import NumericKernels
import SafetyModel
import Testing
import Workflows

@testable import Exchange

/// Good files with bytes changed at random: read or refused, never a crash, never half a study.
@Suite struct MutatedStudyTests {
  private static let pieces = [
    "\t", "\n", "  ", ":", ": ", "- ", "[", "]", "{", "}", "&a", "*a", "!!str ", "|", ">", "\"",
    "'",
    "#", "?", "%", "\u{0}", "\u{7f}", "\u{2028}", "é", "<<: ", "---\n", "...\n",
    "99999999999999999999",
    "-1", ".nan", "1e400", "null", "~", "",
  ]

  @Test func mutatedStudiesAreReadOrRefused() throws {
    let seed: UInt64 = 20251109
    let files = [
      try Handbook.example("study"),
      try String(
        contentsOf: FaultyStudy.folder.appendingPathComponent("good.yaml"), encoding: .utf8),
    ]
    var random = SeededRandom(seed: seed)
    var read = 0
    var refused = 0
    for round in 0..<1600 {
      let bytes = Self.mutated(Array(files[round % files.count].utf8), &random)
      do {
        _ = try YamlStudyFile().readStudy(bytes: bytes, file: "mutated.yaml")
        read += 1
      } catch let problems as Problems {
        #expect(!problems.list.isEmpty)
        refused += 1
      } catch {
        Issue.record("seed \(seed), round \(round): \(error)")
      }
    }
    #expect(read + refused == 1600)
    #expect(read > 50 && refused > 500, "seed \(seed): \(read) read, \(refused) refused")
  }

  @Test func mutatedMunicipalitiesAreReadOrRefused() throws {
    let seed: UInt64 = 20251110
    let file = Array(try Handbook.example("municipality").utf8)
    var random = SeededRandom(seed: seed)
    for round in 0..<400 {
      do {
        _ = try YamlMunicipalityFile().readMunicipality(
          bytes: Self.mutated(file, &random), file: "mutated.yaml")
      } catch let problems as Problems {
        #expect(!problems.list.isEmpty)
      } catch {
        Issue.record("seed \(seed), round \(round): \(error)")
      }
    }
  }

  /// One to four changes: a byte flipped, a stretch removed or doubled, a troublesome piece put in.
  static func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<(1 + random.uniform(below: 4)) where !bytes.isEmpty {
      let place = random.uniform(below: bytes.count)
      let end = min(bytes.count, place + 1 + random.uniform(below: 40))
      switch random.uniform(below: 5) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      case 3: bytes.removeSubrange(place...)
      default:
        let piece = pieces[random.uniform(below: pieces.count)]
        bytes.insert(contentsOf: Array(piece.utf8), at: place)
      }
    }
    return bytes
  }

  /// The parser recurses: its deepest nesting must be refused and not overrun the stack.
  @Test(arguments: ["[", "{a: ", "- ", "? ", "[{a: "]) func deepNestingIsRefused(_ piece: String) {
    for depth in [40, 999, 1001, 20_000] {
      let text =
        "study: " + (piece == "- " || piece == "? " ? "\n" : "")
        + String(repeating: piece, count: depth)
      #expect(throws: Problems.self) {
        try YamlStudyFile().readStudy(bytes: Array(text.utf8), file: "deep.yaml")
      }
    }
  }

  @Test func aFileOverTheLimitIsRefused() {
    let bytes = [UInt8](repeating: 35, count: YamlText.largestBytes + 1)
    #expect(throws: Problems.self) {
      try YamlStudyFile().readStudy(bytes: bytes, file: "large.yaml")
    }
  }
}
