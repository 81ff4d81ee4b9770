import DisclosureControl
package import SafetyModel
package import SurveyStatistics

/// An earlier wave of the same series, as it stands published now.
package struct EarlierWave: Sendable {
  package let publication: Publication
  package let analysis: SurveyAnalysis
  package init(publication: Publication, analysis: SurveyAnalysis) {
    self.publication = publication
    self.analysis = analysis
  }
}

/// A change in the headline of one group since an earlier wave, before the family is adjusted.
struct TestedChange: Sendable {
  let domain: Int
  let since: Int
  let otherBase: Int
  let difference: Difference
}

/// What has changed since earlier waves.
///
/// Waves are independent samples, so the variance of a change is the sum of the two variances.
/// A change is measured only where the question is the same in both waves and where the earlier
/// figure was shown.
enum WaveChanges {
  static func all(
    in table: SubjectEstimates, since earlier: EarlierWave, minimumBase: Int
  ) throws -> [TestedChange] {
    let codes = table.dimensions.map(\.code)
    guard
      let subject = earlier.publication.codebook.subject(table.subject.code),
      subject.asksTheSame(as: table.subject),
      let published = earlier.publication.table(subject.code, by: codes)
    else { return [] }
    let dimensions = codes.compactMap(earlier.publication.codebook.dimension)
    guard dimensions.count == codes.count else { return [] }
    let before = try earlier.analysis.estimate(subject, by: dimensions)
    return table.keys.indices.compactMap { domain in
      guard
        table.estimate(domain: domain, column: 0).base >= max(minimumBase, 1),
        let other = before.keys.firstIndex(of: table.keys[domain]),
        published.row(table.keys[domain])?.headline.status == .shown
      else { return nil }
      let then = before.estimate(domain: other, column: 0)
      return TestedChange(
        domain: domain, since: earlier.publication.wave, otherBase: then.base,
        difference: .independent(table.estimate(domain: domain, column: 0), minus: then))
    }
  }
}

extension PublishedSubject {
  /// Whether an answer means the same in both: same categories, headline, scale and scores.
  func asksTheSame(as other: PublishedSubject) -> Bool {
    kind == other.kind && categories.map(\.code) == other.categories.map(\.code)
      && headlineCategories == other.headlineCategories && scaleMax == other.scaleMax
      && scores == other.scores
  }
}
