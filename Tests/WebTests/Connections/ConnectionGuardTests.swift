import HTTPTypes
import Pages
import Hummingbird
import Synchronization
import Testing

@testable import Web

@Suite("Connections", .serialized)
struct ConnectionGuardTests {
  @Test(
    "a request that is no HTTP gets 400 with all headers",
    arguments: [
      "nonsense\r\n\r\n", "GET /sv/ HTTP/9.9\r\n\r\n", "GET /sv/ HTTP/1.1\r\nA b: c\r\n\r\n",
      "POST /sv/ HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    ])
  func nonsense(request: String) async throws {
    let answer = try await exchange(request)
    #expect(answer.hasPrefix("HTTP/1.1 400 "))
    #expect(answer.lowercased().contains("x-content-type-options: nosniff"))
  }

  @Test("too many or too large header fields are refused")
  func greedyHeaders() async throws {
    let many = (0..<500).map { "X-\($0): y\r\n" }.joined()
    let large = "X: " + String(repeating: "y", count: 100_000) + "\r\n"
    for fields in [many, large] {
      let answer = try await exchange("GET /sv/ HTTP/1.1\r\nHost: x\r\n\(fields)\r\n")
      #expect(!answer.hasPrefix("HTTP/1.1 200 "))
    }
  }

  @Test("a body that never comes is not waited for", .timeLimit(.minutes(1)))
  func slowBody() async throws {
    let answer = try await exchange(
      "GET /sv/ HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nslow", patience: 5)
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
  }

  @Test("a head that never ends is not waited for", .timeLimit(.minutes(1)))
  func slowHead() async throws {
    let answer = try await exchange("GET /sv/ HTTP/1.1\r\nHost: x\r\nX: ", patience: 2)
    #expect(!answer.hasPrefix("HTTP/1.1 200 "))
  }

  @Test("a refused method closes the connection, whatever is sent after it")
  func refusedMethod() async throws {
    let answer = try await exchange(
      "POST /sv/ HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nslow")
    #expect(answer.hasPrefix("HTTP/1.1 405 "))
    #expect(answer.lowercased().contains("connection: close"))
  }

  /// Sends bytes to a real server and reads until the server closes.
  ///
  /// Its patience is short only where a test is about patience: a busy machine must not close a
  /// connection before it has answered.
  private func exchange(_ request: String, patience: Int = 30) async throws -> String {
    let settings = SiteSettings(
      limits: ConnectionLimits(secondsForRequest: patience, secondsIdle: patience))
    let running = RunningPort()
    let server = TestSite(settings: settings).application.responder
    let application = SiteServer(server, settings: settings).application { running.set($0) }
    let task = Task { try await application.run() }
    defer { task.cancel() }
    let port = try await running.value()
    return try await Task.detached { try RawClient.exchange(request, port: port) }.value
  }
}

/// The port of a server, once it listens.
private final class RunningPort: Sendable {
  private let port = Mutex<Int?>(nil)
  func set(_ value: Int) { port.withLock { $0 = value } }
  func value() async throws -> Int {
    for _ in 0..<1_000 {
      if let port = port.withLock({ $0 }) { return port }
      try await Task.sleep(for: .milliseconds(10))
    }
    throw CancellationError()
  }
}
