import Foundation
import Testing

/// A throw-away certificate authority, and the certificates that a test needs of it.
final class Authority {
  private let folder: TemporaryFolder
  /// The authority's own certificate.
  let certificate: String

  init() throws {
    folder = try TemporaryFolder()
    certificate = folder.url.appending(path: "authority.pem").path
    try openssl(
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", path("authority.key"), "-out",
      certificate, "-subj", "/CN=Throw-away authority", "-days", "2")
  }

  /// A certificate and its key for a host; it ended yesterday when it holds for −1 days.
  func issue(_ host: String, days: Int = 1) throws -> (certificate: String, key: String) {
    let name = "\(host)\(days)"
    let names = try folder.write(Array("subjectAltName=DNS:\(host)\n".utf8), as: "\(name).names")
    try openssl(
      "req", "-newkey", "rsa:2048", "-nodes", "-keyout", path("\(name).key"), "-out",
      path("\(name).csr"), "-subj", "/CN=\(host)")
    try openssl(
      "x509", "-req", "-in", path("\(name).csr"), "-CA", certificate, "-CAkey",
      path("authority.key"), "-CAcreateserial", "-days", String(days), "-extfile", names, "-out",
      path("\(name).pem"))
    return (path("\(name).pem"), path("\(name).key"))
  }

  /// A certificate that nobody but itself vouches for.
  func selfSigned(_ host: String) throws -> (certificate: String, key: String) {
    try openssl(
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", path("self.key"), "-out",
      path("self.pem"), "-subj", "/CN=\(host)", "-addext", "subjectAltName=DNS:\(host)", "-days",
      "1")
    return (path("self.pem"), path("self.key"))
  }

  private func path(_ name: String) -> String { folder.url.appending(path: name).path }

  private func openssl(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: SecureServer.program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "openssl \(arguments.joined(separator: " "))")
  }
}

/// A server on this machine that speaks https, by openssl: it answers `/answer` with given bytes.
final class SecureServer {
  static let program = "/usr/bin/openssl"
  static var isHere: Bool { FileManager.default.isExecutableFile(atPath: program) }

  let port: Int
  private let process = Process()
  private let folder: TemporaryFolder

  init(
    _ identity: (certificate: String, key: String), answer: LocalServer.Answer,
    options: [String] = []
  ) throws {
    folder = try TemporaryFolder()
    _ = try folder.write(answer.bytes, as: "answer")
    process.executableURL = URL(filePath: Self.program)
    process.arguments =
      [
        "s_server", "-accept", "127.0.0.1:0", "-cert", identity.certificate, "-key", identity.key,
        "-HTTP",
      ] + options
    process.currentDirectoryURL = folder.url
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    var told = ""
    while !told.contains("\n") || told.firstMatch(of: /ACCEPT .*:([0-9]+)\n/) == nil {
      let piece = output.fileHandleForReading.availableData
      guard !piece.isEmpty else { break }
      told += String(decoding: piece, as: UTF8.self)
    }
    let found = try #require(told.firstMatch(of: /ACCEPT .*:([0-9]+)\n/), "\(told)")
    port = try #require(Int(found.output.1))
  }

  deinit { close() }

  func close() {
    guard process.isRunning else { return }
    // It inherits the signals that a thread of the test blocks, and never hears of SIGTERM.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
