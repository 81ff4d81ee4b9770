import Exchange
import Foundation
import SafetyModel
import Testing
import Workflows

/// Good files with damage: each must be read or refused, in good time, without a crash.
@Suite("Two thousand damaged files")
struct MutationTests {
  @Test("of delimited text are read or refused")
  func csv() throws {
    var file = "id;område;\"svar, \"\"så\"\"\";vikt\n"
    for row in 0..<60 {
      file += "\(row);\"Ö\(row % 4)\n\";\(row % 5);\(Double(row) / 8)\r\n"
    }
    try mutate(Array(file.utf8), seed: 1, count: 800) { bytes in
      let limits = FileLimits(rows: 100, columns: 20, fieldBytes: 200)
      let table = try readCSV(bytes, limits: limits)
      table.expectSound()
      #expect(table.rows == ReferenceCSV.rows(bytes))
    }
  }

  @Test("of outlines are read or refused")
  func geojson() throws {
    let file = collection(#"{"code":"å1"}"#, #"{"code":2,"namn":"\u00e5"}"#, #"{"code":3.5}"#)
    try mutate(Array(file.utf8), seed: 2, count: 600) { bytes in
      let areas = try GeoJSONReader().readAreas(bytes, file: "x", codeProperty: "code")
      #expect(!areas.isEmpty)
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
    }
  }

  @Test("of SPSS and Stata are read or refused", arguments: StatisticsFileReaderTests.fixtures)
  func statistics(_ name: String) throws {
    let folder = try TemporaryFolder()
    let file = try Data(contentsOf: SharedData.fixtures.appending(path: name))
    try mutate(Array(file), seed: 3, count: 200) { bytes in
      let path = try folder.write(bytes, as: name)
      try Program.readStatistics(path, limits: FileLimits(rows: 1000, columns: 100)).expectSound()
    }
  }

  private func mutate(
    _ bytes: [UInt8], seed: UInt64, count: Int, _ read: ([UInt8]) throws -> Void
  ) throws {
    var random = SplitMix(state: seed)
    var (accepted, refused) = (0, 0)
    for number in 0..<count {
      let damaged = mutated(bytes, using: &random)
      do {
        try read(damaged)
        accepted += 1
      } catch let problems as Problems {
        refused += 1
        #expect(!problems.list.isEmpty, "seed \(seed), file \(number)")
        problems.list.prefix(3).forEach { expectWords($0) }
      }
    }
    print("seed \(seed): \(accepted) read, \(refused) refused")
    #expect(accepted + refused == count)
    #expect(accepted > 0 && refused > 0)
  }

  /// One to three damages: flipped bits, cuts, foreign bytes, repeated and lost parts.
  private func mutated(_ bytes: [UInt8], using random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, at + Int.random(in: 1...64, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1:
        bytes[at] = [0, 0x0A, 0x22, 0x2C, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
      case 2: bytes.removeSubrange(at...)
      case 3: bytes.removeSubrange(at..<end)
      case 4: bytes.insert(contentsOf: bytes[at..<end], at: at)
      default:
        bytes.insert(
          contentsOf: (0..<8).map { _ in UInt8.random(in: .min ... .max, using: &random) }, at: at)
      }
    }
    return bytes
  }
}

/// A small generator with a seed, so that a failure can be had again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
