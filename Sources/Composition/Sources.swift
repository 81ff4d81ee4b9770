import Exchange
package import Workflows

/// The formats of sources, and how they are asked over the network.
package enum SourceParts {
  package static let formats: [any StatisticsSource] = StatisticsSources.all

  /// A fetcher that may ask the usual hosts and those that are named.
  ///
  /// `allowsOwnMachine` is for tests: it also lets a server on this machine be asked, without https.
  package static func fetcher(
    alsoAllowing hosts: [String], allowsOwnMachine: Bool = false
  ) -> any SourceFetcher {
    CurlFetcher(
      policy: FetchPolicy(
        hosts: FetchPolicy.usualHosts.union(hosts.map { $0.lowercased() }),
        allowsOwnMachine: allowsOwnMachine))
  }
}
