import Foundation
import Testing

@testable import Exchange

@Suite("Moments as HTTP writes them")
struct HTTPDateTests {
  @Test(
    "are read in all three forms of RFC 9110",
    arguments: [
      "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
      "Sun Nov  6 08:49:37 1994",
    ])
  func forms(text: String) {
    #expect(HTTPDate.seconds(text) == 784_111_777)
  }

  @Test("are those of the system's calendar")
  func calendar() {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    for seconds in stride(from: -2_000_000_000, to: 8_000_000_000, by: 98_765_431) {
      let text = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
      #expect(HTTPDate.seconds(text) == seconds, "\(text)")
    }
    #expect(HTTPDate.seconds("Mon, 29 Feb 2016 00:00:00 GMT") == 1_456_704_000)
    #expect(HTTPDate.seconds("Thursday, 01-Jan-70 00:00:00 GMT") == 0)
    #expect(HTTPDate.seconds("Friday, 01-Jan-69 00:00:00 GMT") == 3_124_224_000)
  }

  @Test(
    "are nothing else",
    arguments: [
      "", "120", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET",
      "Sun, 06 Nov 94 08:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT",
      "Sun, 32 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
      "Sun, 06 Nov 1994 8:49:37 GMT", "Sun, 06 Nov 99999 08:49:37 GMT",
      "Sun, 999999999999999999999 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z",
    ])
  func refused(text: String) {
    #expect(HTTPDate.seconds(text) == nil)
  }
}
