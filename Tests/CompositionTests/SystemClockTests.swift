import Composition
import Testing

@Suite("The clock of the machine")
struct SystemClockTests {
  @Test("tells the time in UTC with seconds")
  func form() {
    let now = SystemClock().now()
    #expect(now.wholeMatch(of: /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/) != nil, "\(now)")
  }

  @Test("never goes back")
  func uptime() {
    let times = (0..<1_000).map { _ in SystemClock.uptime() }
    #expect(times == times.sorted())
  }
}
