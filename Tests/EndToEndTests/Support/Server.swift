import Foundation

struct ServerDidNotStart: Error { let said: String }

/// `trygghet serve`, running.
final class Server: @unchecked Sendable {
  private let process = Process()
  private let output: Capture
  private let errors: Capture
  private(set) var address = URL(filePath: "/")

  /// Starts and waits until the address is printed.
  init(_ data: String, port: Int = 0) throws {
    output = try Capture()
    errors = try Capture()
    process.executableURL = Program.url
    process.arguments = ["serve", "--data", data, "--port", String(port)]
    process.environment = Program.environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try process.run()
    for _ in 0..<3_000 {
      if let url = try output.peek().firstMatch(of: /http:\/\/\S+/).flatMap({
        URL(string: String($0.output))
      }) {
        address = url
        return
      }
      guard process.isRunning else { break }
      Thread.sleep(forTimeInterval: 0.01)
    }
    process.terminate()
    throw ServerDidNotStart(said: try output.text() + errors.text())
  }

  var port: Int { address.port ?? 0 }

  /// Sends the signal and tells how the program ended.
  func stop(with signal: Int32) throws -> Program.Outcome {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return Program.Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -signal,
      output: try output.text(), errors: try errors.text())
  }

  func get(_ path: String, headers: [String: String] = [:]) async throws -> Page {
    try await Page(path, at: address, headers: headers)
  }
}
