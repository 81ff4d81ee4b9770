package import Workflows

/// The file formats that every published table is offered in.
package enum TableFormats {
  /// To add a format: one file in `Writing/`, and one line here.
  package static let all: [any TableFormat] = [
    CSVTable(),
    JSONStat2(),
  ]
}
