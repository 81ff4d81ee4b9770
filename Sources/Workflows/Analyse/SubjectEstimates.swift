package import DisclosureControl
package import SafetyModel
package import SurveyStatistics

/// The estimates of one subject in one breakdown, with the names of rows and columns.
package struct SubjectEstimates: Sendable {
  package let subject: PublishedSubject
  package let dimensions: [PublishedDimension]
  package let estimates: DomainEstimates
  /// One key for each domain, the last dimension fastest.
  package let keys: [[String]]

  init(subject: PublishedSubject, dimensions: [PublishedDimension], estimates: DomainEstimates) {
    self.subject = subject
    self.dimensions = dimensions
    self.estimates = estimates
    keys = SurveyAnalysis.keys(of: dimensions)
  }

  package var measure: Measure { subject.kind == .item ? .proportion : .mean }

  /// The columns of a table: the headline first, then the categories.
  package var statistics: [TableStatistic] {
    switch subject.kind {
    case .item:
      [TableStatistic(code: TableStatistic.headline, sumOf: subject.headlineCategories)]
        + subject.categories.map { TableStatistic(code: $0.code) }
    case .index: [TableStatistic(code: TableStatistic.headline)]
    }
  }

  /// The engine's number of each column: it puts sums after the categories.
  package func statisticIndex(ofColumn column: Int) -> Int {
    guard subject.kind == .item else { return column }
    return column == 0 ? subject.categories.count : column - 1
  }

  package func estimate(domain: Int, column: Int) -> Estimate {
    estimates[domain: domain, statistic: statisticIndex(ofColumn: column)]
  }

  /// Logit intervals for shares, which stay within 0 and 1; linear ones for means.
  package var intervalMethod: IntervalMethod { subject.kind == .item ? .logit : .linear }

  package func interval(
    domain: Int, column: Int, confidence: Double = 0.95
  ) -> ConfidenceInterval {
    estimate(domain: domain, column: column).interval(intervalMethod, confidence: confidence)
  }

  /// The difference between two domains in one column, from their joint covariance.
  package func difference(
    _ first: Int, minus second: Int, column: Int = 0, of other: SubjectEstimates? = nil
  ) -> Difference {
    let statistic = statisticIndex(ofColumn: column)
    return estimates.difference(
      (first, statistic), minus: (second, statistic), of: other?.estimates)
  }

  /// The table before protection, with the comparisons that belong to it.
  func table(comparisons: [EstimatedComparison]) -> EstimatedTable {
    EstimatedTable(
      subject: subject.code, measure: measure,
      dimensions: dimensions.map {
        TableDimension(code: $0.code, values: $0.values.map(\.code))
      },
      statistics: statistics, rows: keys.indices.map(row), comparisons: comparisons)
  }

  private func row(_ domain: Int) -> EstimatedRow {
    EstimatedRow(
      key: keys[domain], base: estimate(domain: domain, column: 0).base,
      cells: statistics.indices.map { column in
        let estimate = estimate(domain: domain, column: column)
        let interval = interval(domain: domain, column: column)
        return EstimatedCell(
          value: estimate.value, standardError: estimate.standardError,
          lower: interval.lower, upper: interval.upper, count: estimate.count)
      })
  }
}
