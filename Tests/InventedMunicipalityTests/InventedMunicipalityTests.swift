import Crypto
import Foundation
import Testing

@testable import InventedMunicipality

@Suite("The invented municipality's files")
struct InventedMunicipalityTests {
  private func digest(_ text: String) -> String {
    SHA256.hash(data: Data(text.utf8))
      .map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined()
  }

  /// The recorded sums stand in `Examples/SHA256SUMS`; RECORD_GOLDEN=1 writes them anew.
  ///
  /// They have the form of `sha256sum`, so that anyone can check a directory that the program wrote.
  @Test("are the same to the byte as when they were recorded")
  func golden() throws {
    let sums = try Invented.files.get().map { "\(digest($0.text))  \($0.path)\n" }.joined()
    let recorded = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Examples/SHA256SUMS")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(sums.utf8).write(to: recorded)
      Issue.record("recorded anew; run again without RECORD_GOLDEN")
    }
    let golden = try String(contentsOf: recorded, encoding: .utf8)
    #expect(golden == sums)
  }

  @Test("are the same in a second run, and the answers others for another seed")
  func seeds() throws {
    let first = try Invented.files.get()
    let second = try InventedMunicipality().files()
    #expect(second == first)
    let other = try InventedMunicipality(seed: 1).files()
    #expect(other.map(\.path) == first.map(\.path))
    for (a, b) in zip(first, other) where a.path.hasPrefix("data/svar") {
      #expect(a.text != b.text, "\(a.path)")
    }
    // The people differ, and what is invented elsewhere; the survey, its words and the map don't.
    let invented = ["citizens-survey", "groups", "population"].map { "elsewhere/\($0).csv" }
    for (a, b) in zip(first, other)
    where !a.path.hasPrefix("data/") && !invented.contains(a.path) {
      #expect(a == b)
    }
  }

  @Test("say that they are invented")
  func marked() throws {
    for file in try Invented.files.get() where file.path.hasSuffix(".yaml") {
      let isMarked = file.text.contains("example: true") || file.text.contains("Exempeldata")
      #expect(isMarked, "\(file.path)")
    }
  }

  /// Anyone's YAML parser must read them, so nothing that needs escaping or has another meaning.
  @Test("have no tabs, trailing blanks or references in YAML")
  func yaml() throws {
    for file in try Invented.files.get() where file.path.hasSuffix(".yaml") {
      #expect(!file.text.contains("\t"))
      #expect(!file.text.contains(" \n"))
      #expect(!file.text.contains("&") && !file.text.contains("*"))
      #expect(file.text.hasSuffix("\n") && !file.text.hasSuffix("\n\n"))
    }
  }
}
