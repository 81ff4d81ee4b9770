package import Workflows

/// The file formats that every indicator is offered in.
package enum IndicatorFormats {
  /// To add a format: one file in `Writing/`, and one line here.
  package static let all: [any IndicatorFormat] = [IndicatorCSV(), IndicatorJSONStat()]
}
