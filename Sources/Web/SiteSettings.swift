/// What an administrator may decide about the server.
package struct SiteSettings: Sendable {
  /// Whether browsers are told to come back by `https:` only.
  ///
  /// A browser ignores it over plain `http:`, so it does no harm behind a proxy or on one's own
  /// machine.
  package var isTransportSecured: Bool
  /// The most memory that rendered pages may take; bytes.
  package var cacheBytes: Int
  package var limits: ConnectionLimits

  package init(
    isTransportSecured: Bool = true, cacheBytes: Int = 64_000_000,
    limits: ConnectionLimits = ConnectionLimits()
  ) {
    self.isTransportSecured = isTransportSecured
    self.cacheBytes = cacheBytes
    self.limits = limits
  }
}

/// What a connection may cost; slow and greedy clients are closed.
package struct ConnectionLimits: Sendable {
  /// Connections at once; further ones wait.
  package var connections: Int
  /// From the head of a request until its answer is sent.
  package var secondsForRequest: Int
  /// Between requests, and until the head of the first has come.
  package var secondsIdle: Int
  /// The bytes of all header fields together.
  package var headerBytes: Int
  package var headerFields: Int
  /// The bytes of an address with its query.
  package var addressBytes: Int

  package init(
    connections: Int = 1_000, secondsForRequest: Int = 30, secondsIdle: Int = 20,
    headerBytes: Int = 32_768, headerFields: Int = 100, addressBytes: Int = 2_048
  ) {
    self.connections = connections
    self.secondsForRequest = secondsForRequest
    self.secondsIdle = secondsIdle
    self.headerBytes = headerBytes
    self.headerFields = headerFields
    self.addressBytes = addressBytes
  }
}
