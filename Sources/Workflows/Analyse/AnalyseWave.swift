package import DisclosureControl
package import SafetyModel
import SurveyStatistics

/// All tables of a wave, estimated and compared, before protection.
package struct AnalysedWave: Sendable {
  /// By subject: every breakdown, everyone first.
  package var tables: [[EstimatedTable]]
  package var groupComparisons: Int
  package var changeComparisons: Int
}

/// Estimates every subject by every breakdown, and tests what differs and what has changed.
///
/// All comparisons between groups are one family, and all changes another: Holm's method keeps
/// the risk that any single one of a family is falsely called certain at the level of the rules.
package struct AnalyseWave: Sendable {
  package let analysis: SurveyAnalysis
  package let breakdowns: [[String]]
  package let earlier: [EarlierWave]
  package let rules: DisclosureRules

  package init(
    analysis: SurveyAnalysis, breakdowns: [[String]], earlier: [EarlierWave],
    rules: DisclosureRules
  ) {
    self.analysis = analysis
    self.breakdowns = breakdowns
    self.earlier = earlier
    self.rules = rules
  }

  package func callAsFunction(progress: any ProgressListener) throws -> AnalysedWave {
    let subjects = analysis.codebook.subjects
    var drafts: [[TableDraft]] = []
    for (done, subject) in subjects.enumerated() {
      drafts.append(try tables(of: subject))
      progress.advanced(to: Double(done + 1) / Double(subjects.count))
    }
    let flat = drafts.flatMap { $0 }
    let groupP = holmAdjusted(flat.flatMap { $0.groups.map(\.difference.p) })
    let changeP = holmAdjusted(flat.flatMap { $0.changes.map(\.difference.p) })
    var nextGroup = groupP.makeIterator()
    var nextChange = changeP.makeIterator()
    return AnalysedWave(
      tables: drafts.map { tables in
        tables.map { $0.finished(&nextGroup, &nextChange) }
      },
      groupComparisons: groupP.count { !$0.isNaN }, changeComparisons: changeP.count { !$0.isNaN })
  }

  private func tables(of subject: PublishedSubject) throws -> [TableDraft] {
    let everyone = try analysis.estimate(subject, by: [])
    return try ([[]] + breakdowns).map { codes in
      let dimensions = codes.compactMap(analysis.codebook.dimension)
      let estimates =
        codes.isEmpty ? everyone : try analysis.estimate(subject, by: dimensions)
      return TableDraft(
        estimates: estimates,
        groups: GroupComparisons.all(
          in: estimates, everyone: everyone, minimumBase: rules.minimumBase),
        changes: try earlier.flatMap {
          try WaveChanges.all(in: estimates, since: $0, minimumBase: rules.minimumBase)
        })
    }
  }
}

/// A table whose comparisons wait for the whole family to be adjusted.
private struct TableDraft {
  let estimates: SubjectEstimates
  let groups: [TestedDifference]
  let changes: [TestedChange]

  func finished(
    _ groupP: inout IndexingIterator<[Double]>, _ changeP: inout IndexingIterator<[Double]>
  ) -> EstimatedTable {
    let keys = estimates.keys
    let groups = groups.map { tested in
      comparison(
        tested.second == nil ? .againstAll : .pair, keys[tested.first],
        tested.second.map { keys[$0] } ?? [], tested.difference, groupP.next(), otherBase: nil)
    }
    let changes = changes.map { tested in
      comparison(
        .change(since: tested.since), keys[tested.domain], keys[tested.domain],
        tested.difference, changeP.next(), otherBase: tested.otherBase)
    }
    return estimates.table(comparisons: groups + changes)
  }

  private func comparison(
    _ kind: ComparisonKind, _ first: [String], _ second: [String], _ difference: Difference,
    _ adjustedP: Double?, otherBase: Int?
  ) -> EstimatedComparison {
    let interval = difference.interval()
    return EstimatedComparison(
      kind: kind, first: first, second: second, difference: difference.value,
      standardError: difference.standardError, lower: interval.lower, upper: interval.upper,
      adjustedP: adjustedP ?? .nan, otherBase: otherBase)
  }
}
