import Foundation
import Glibc
import Synchronization

/// A server on this machine that answers from a list, one answer for each request in turn.
///
/// What it answers is bytes: it can cut an answer short, lie about its length, or say nothing.
final class LocalServer: Sendable {
  /// The bytes of an answer; the connection closes after them.
  struct Answer: Sendable {
    var bytes: [UInt8]
    /// Keeps the connection open without another word.
    var hangs = false
    /// Sends a byte at a time and waits so many milliseconds after each.
    var pause: UInt32?

    static func http(
      _ status: Int, _ body: [UInt8] = [], headings: [String] = [], length: Int? = nil
    ) -> Answer {
      let lines =
        ["HTTP/1.1 \(status) X", "Content-Length: \(length ?? body.count)", "Connection: close"]
        + headings
      return Answer(bytes: Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }
  }

  let port: Int
  private let socket: Int32
  private let state: Mutex<(answers: [Answer], requests: [String])>

  /// The requests so far, heading and body.
  var requests: [String] { state.withLock { $0.requests } }

  init(_ answers: [Answer]) throws {
    state = Mutex((answers, []))
    let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    socket = descriptor
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
        bind(descriptor, plain, size) == 0 && listen(descriptor, 16) == 0
          && getsockname(descriptor, plain, &size) == 0
      }
    }
    guard bound else { throw CocoaError(.fileReadUnknown) }
    port = Int(UInt16(bigEndian: address.sin_port))
    let thread = Thread { [self] in serve() }
    thread.start()
  }

  func close() { shutdown(socket, Int32(SHUT_RDWR)) }

  private func serve() {
    while true {
      let connection = accept(socket, nil, nil)
      guard connection >= 0 else { return }
      let request = read(connection)
      let answer = state.withLock { state in
        state.requests.append(request)
        return state.answers.isEmpty ? nil : state.answers.removeFirst()
      }
      guard let answer else {
        Glibc.close(connection)
        continue
      }
      LocalServer.send(answer, to: connection)
      if answer.hangs {
        var byte: UInt8 = 0
        _ = recv(connection, &byte, 1, 0)
      }
      Glibc.close(connection)
    }
  }

  private static func send(_ answer: Answer, to connection: Int32) {
    answer.bytes.withUnsafeBytes { buffer in
      let step = answer.pause == nil ? buffer.count : 1
      var at = 0
      while at < buffer.count {
        let sent = Glibc.send(
          connection, buffer.baseAddress.map { $0 + at }, min(step, buffer.count - at),
          Int32(MSG_NOSIGNAL))
        guard sent > 0 else { return }
        at += sent
        if let pause = answer.pause { usleep(pause * 1000) }
      }
    }
  }

  private func read(_ connection: Int32) -> String {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let text = String(decoding: all, as: UTF8.self)
      if let end = text.range(of: "\r\n\r\n") {
        let length = text.split(separator: "\r\n").first {
          $0.lowercased().hasPrefix("content-length:")
        }
        let wanted = length.flatMap { Int($0.drop { !$0.isNumber }) } ?? 0
        if text[end.upperBound...].utf8.count >= wanted { return text }
      }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return text }
      all += buffer[..<count]
    }
  }
}
