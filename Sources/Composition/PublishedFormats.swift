import Exchange
package import Workflows

/// The formats that published tables are offered in.
package enum PublishedFormats {
  package static let all: [any TableFormat] = TableFormats.all
  package static let indicators: [any IndicatorFormat] = IndicatorFormats.all
}
