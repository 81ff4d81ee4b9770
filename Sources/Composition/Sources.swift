import Exchange
package import Workflows

/// The formats of sources, and how they are asked over the network.
package enum SourceParts {
  package static let formats: [any StatisticsSource] = StatisticsSources.all

  /// A fetcher that may ask the usual hosts, those of the data directory's `settings.yaml`, and
  /// those that are named.
  ///
  /// Throws ``SafetyModel/Problems`` when the settings are wrong.
  package static func fetcher(
    for directory: String, alsoAllowing hosts: [String]
  ) throws -> any SourceFetcher {
    let settings = try YamlSettingsFile.read(directory + "/settings.yaml")
    return CurlFetcher(
      policy: FetchPolicy(
        hosts: FetchPolicy.usualHosts.union(settings.hosts).union(hosts.map { $0.lowercased() }),
        authorities: settings.authorities))
  }
}
