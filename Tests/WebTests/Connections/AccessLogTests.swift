import Pages
import HTTPTypes
import Synchronization
import Testing

@testable import Web

@Suite("Access log")
struct AccessLogTests {
  private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var log: AccessLog {
      AccessLog(now: { "2025-11-22T20:45:59Z" }) { line in self.lines.withLock { $0.append(line) } }
    }
    var all: [String] { lines.withLock { $0 } }
  }

  @Test("says what was asked for, to the minute, and nothing about who asked")
  func line() async throws {
    let lines = Lines()
    let site = TestSite(log: lines.log)
    let answer = try await site.answer(
      "/sv/?mark=person",
      headers: [.userAgent: "mark-agent", .referer: "https://mark.example/", .cookie: "mark=1"])
    #expect(lines.all == ["2025-11-22T20:45Z GET /sv/ 200 \(answer.bytes.count)\n"])
  }

  @Test(
    "leaves out what people type that isn't there",
    arguments: [
      "/sv/anna.andersson@example.org", "/sv/omraden/mark", "/mark", "/%00mark",
    ])
  func unknown(path: String) async throws {
    let lines = Lines()
    _ = try await TestSite(log: lines.log).answer(path)
    #expect(lines.all.count == 1)
    #expect(!lines.all.joined().contains("mark"))
    #expect(!lines.all.joined().contains("anna"))
  }
}
