import Testing

@testable import Exchange

@Suite("JSON text")
struct JSONTextTests {
  private func read(_ text: String) throws -> JSONValue {
    var reading = JSONText(Array(text.utf8), from: 0)
    return try reading.value()
  }

  @Test("gives strings with their escapes")
  func strings() throws {
    let text = #" "å\n\u00e5\ud83d\ude0e\/\\\"" "#
    guard case .string(let value) = try read(text) else {
      Issue.record("no string")
      return
    }
    #expect(value == "å\nå😎/\\\"")
  }

  @Test("gives numbers")
  func numbers() throws {
    for (text, value) in [("-0.5e+2", -50.0), ("0", 0), ("12", 12), ("1E2", 100)] {
      guard case .number(value) = try read(text) else {
        Issue.record("\(text)")
        continue
      }
    }
  }

  @Test(
    "is refused when it is none",
    arguments: [
      "", " ", "01", "-", "1.", ".5", "+1", "1e", "nul", "tru", "'a'", "\"a", "\"\u{1}\"",
      #""\x""#, #""\ud83d""#, #""\ud83dx""#, #""\u12g4""#, "[1,]", "[1 2]", "{\"a\"}", "{a:1}",
      "{\"a\":1,}", "{\"a\":1,\"a\":2}", "[", "{", "1 2", "NaN", "]",
    ])
  func faults(_ text: String) {
    #expect(throws: JSONText.Fault.self) { try read(text) }
  }
}
