import Foundation
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("Canonical JSON")
struct CanonicalJSONTests {
  @Test("has sorted keys and nothing superfluous")
  func form() throws {
    let value = ["b": ["/", "å"], "a": [], "A": ["\""]]
    let text = String(decoding: try CanonicalJSON.encode(value), as: UTF8.self)
    #expect(text == #"{"A":["\""],"a":[],"b":["/","å"]}"#)
  }

  @Test("is the same bytes after a publication was read and written again")
  func stable() throws {
    let publication = InventedPublication.make(since: [2023])
    let once = try CanonicalJSON.encode(publication)
    let again = try CanonicalJSON.decode(type(of: publication), from: once)
    #expect(again == publication)
    #expect(try CanonicalJSON.encode(again) == once)
  }
}
