import Foundation
import Testing
import Workflows

@testable import StorageSQLite

@Suite("Hashes")
struct ContentHashTests {
  /// FIPS 180-2, appendix B.1.
  @Test("are SHA-256")
  func known() {
    #expect(
      ContentHash.of(Data("abc".utf8)).hexadecimal
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  /// Computed with Python's hashlib from the definition in the doc comment.
  @Test("bind a publication to the one before as the definition says")
  func link() {
    let link = ContentHash.link(
      after: ContentHash.chainStart, number: 1, payloadHash: Data(repeating: 1, count: 32),
      answersHash: Data(repeating: 2, count: 32))
    #expect(
      link.hexadecimal
        == "03e3b108f2d6c920d4d8b35afbb42e827332f30e16ef2591a641a70d0845c6bd")
  }

  @Test("of a link depend on each of its parts")
  func parts() {
    let zero = Data(count: 32)
    let one = Data(repeating: 1, count: 32)
    let links = [
      ContentHash.link(after: zero, number: 1, payloadHash: zero, answersHash: zero),
      ContentHash.link(after: one, number: 1, payloadHash: zero, answersHash: zero),
      ContentHash.link(after: zero, number: 2, payloadHash: zero, answersHash: zero),
      ContentHash.link(after: zero, number: 1, payloadHash: one, answersHash: zero),
      ContentHash.link(after: zero, number: 1, payloadHash: zero, answersHash: one),
    ]
    #expect(Set(links).count == links.count)
  }
}
