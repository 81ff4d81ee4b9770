import Glibc
package import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// Serves the site on a port until it is told to stop.
package struct SiteServer: Sendable {
  let responder: SiteResponder
  let settings: SiteSettings

  package init(_ responder: SiteResponder, settings: SiteSettings) {
    self.responder = responder
    self.settings = settings
  }

  /// Serves until SIGINT or SIGTERM, then answers what has begun and returns.
  ///
  /// - Parameters:
  ///   - host: The address to listen at.
  ///   - port: The port; 0 takes any free one.
  ///   - onRunning: Told the port when the first request can come.
  /// - Throws: ``ListeningError`` when the port can't be had.
  package func run(
    host: String, port: Int, onRunning: @escaping @Sendable (Int) -> Void
  ) async throws {
    do {
      try await application(host: host, port: port, onRunning: onRunning).runService()
    } catch let error as IOError {
      throw ListeningError(error.errnoCode, host: host, port: port)
    }
  }

  /// The application, for the tests' client too.
  package func application(
    host: String = "127.0.0.1", port: Int = 0,
    onRunning: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> Application<SiteResponder> {
    let limits = settings.limits
    let headers = responder.headers
    return Application(
      responder: responder,
      server: .http1(
        configuration: HTTP1Channel.Configuration(
          additionalChannelHandlers: [ConnectionGuard(limits: limits, headers: headers)],
          idleTimeout: .seconds(Int64(limits.secondsIdle)),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes,
            maxHeaderFieldCount: limits.headerFields))),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port),
        availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
      onServerRunning: { channel in onRunning(channel.localAddress?.port ?? port) },
      logger: .site)
  }
}

/// Why the server can't listen where it should.
package struct ListeningError: Error, Sendable, Hashable {
  package enum Reason: String, Sendable { case portTaken, notAllowed, noSuchAddress, other }
  package let reason: Reason
  package let host: String
  package let port: Int

  init(_ code: CInt, host: String, port: Int) {
    self.host = host
    self.port = port
    switch code {
    case EADDRINUSE: reason = .portTaken
    case EACCES: reason = .notAllowed
    case EADDRNOTAVAIL: reason = .noSuchAddress
    default: reason = .other
    }
  }
}
