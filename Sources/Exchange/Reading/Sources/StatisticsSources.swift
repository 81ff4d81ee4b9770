package import Workflows

/// Every format and interface that statistics are read in.
package enum StatisticsSources {
  /// To add a source: one file in this folder, and one line here.
  package static let all: [any StatisticsSource] = [
    DelimitedFile(), JSONStatFile(), Kolada2(), Kolada3(), PXFile(), PxWebAPI1(), PxWebAPI2(),
    WorkbookFile(),
  ]
}
