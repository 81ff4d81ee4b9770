/// What may be fetched from where.
///
/// Only https, only from hosts on the list, only from addresses of the public internet, never where
/// an answer redirects to, and never more than so many bytes or seconds.
package struct FetchPolicy: Sendable, Hashable {
  /// Hosts that may be asked, in small letters.
  package var hosts: Set<String>
  package var mostBytes: Int
  /// For the whole of an answer.
  package var seconds: Int
  /// The longest wait that a source may ask for before it is asked again.
  package var longestWait: Int
  /// How many times a source is asked again.
  package var retries: Int
  /// A file of the certificate authorities that are trusted; the system's when `nil`.
  package var authorities: String?
  /// For tests alone: plain http to this very machine.
  package var allowsOwnMachine: Bool

  package init(
    hosts: Set<String>, mostBytes: Int = 50_000_000, seconds: Int = 60, longestWait: Int = 60,
    retries: Int = 3, authorities: String? = nil, allowsOwnMachine: Bool = false
  ) {
    self.hosts = hosts
    self.mostBytes = mostBytes
    self.seconds = seconds
    self.longestWait = longestWait
    self.retries = retries
    self.authorities = authorities
    self.allowsOwnMachine = allowsOwnMachine
  }

  /// The hosts of Swedish official statistics and of the municipalities' own database.
  package static let usualHosts: Set<String> = [
    "api.kolada.se", "api.scb.se", "statistikdatabasen.scb.se",
  ]
}
