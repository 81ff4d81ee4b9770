package import DisclosureControl
package import SafetyModel
package import Texts

/// Every comparison that is certain, and those that aren't when asked for.
package struct DifferencesModel: Sendable {
  package struct Line: Sendable {
    package var subject: PublishedSubject
    package var measure: Measure
    package var who: String
    package var difference: Difference
    package var size: String
    package var interval: String
    /// What a certain difference means; `nil` between two groups, of which neither is the norm.
    package var verdict: Status?
  }

  package var wave: Int
  package var filter: DifferenceFilter
  package var topics: [TopicDescription]
  package var families: [(code: String, label: String)]
  /// How many certain differences there are in all, whatever the filter.
  package var certainInAll: Int
  package var certain: [Line]
  package var uncertain: [Line]
  /// How many certain differences the filter leaves, on all leaves.
  package var certainCount: Int
  /// How many leaves the list has; at least one.
  package var leafCount: Int
  package var tested: Int
  package var groupComparisons: Int
  package var changeComparisons: Int
  package var level: Double
  package var minimumBase: Int

  /// More lines than this stand on the next leaf.
  package static let linesPerLeaf = 50

  package init?(_ picture: SafetyPicture, _ texts: Texts, filter: DifferenceFilter) {
    guard let reader = PictureReader(picture, texts) else { return nil }
    let publication = reader.publication
    wave = publication.wave
    self.filter = filter
    topics = reader.topics.map(\.topic)
    let all = publication.tables.flatMap { table in
      table.comparisons.map { (table, $0, ComparisonFamily($0, in: table)) }
    }
    families = DifferencesModel.families(all.map(\.2), reader)
    certainInAll = all.filter { $0.1.isCertain }.count
    let wanted = all.filter { table, comparison, family in
      let topic = reader.codebook.subject(table.subject)?.topic
      return (filter.topic == nil || filter.topic == topic)
        && (filter.comparison == nil || filter.comparison == family.code)
        && (comparison.isCertain || filter.includesUncertain)
    }
    let sorted = DifferencesModel.sorted(wanted.map { ($0.0, $0.1) })
    let ordered = sorted.filter { $0.1.isCertain } + sorted.filter { !$0.1.isCertain }
    certainCount = sorted.count { $0.1.isCertain }
    leafCount = max(1, (ordered.count + Self.linesPerLeaf - 1) / Self.linesPerLeaf)
    guard (1...leafCount).contains(filter.leaf) else { return nil }
    let leaf = ordered.dropFirst((filter.leaf - 1) * Self.linesPerLeaf).prefix(Self.linesPerLeaf)
    certain = leaf.filter { $0.1.isCertain }.compactMap { Line($0.0, $0.1, reader) }
    uncertain = leaf.filter { !$0.1.isCertain }.compactMap { Line($0.0, $0.1, reader) }
    groupComparisons = publication.groupComparisons
    changeComparisons = publication.changeComparisons
    tested = publication.groupComparisons + publication.changeComparisons
    level = publication.rules.level
    minimumBase = publication.rules.minimumBase
  }

  private static func families(_ found: [ComparisonFamily], _ reader: PictureReader)
    -> [(code: String, label: String)]
  {
    var seen: Set<ComparisonFamily> = []
    return found.filter { seen.insert($0).inserted }
      .sorted { ($0.kind.order, $0.dimensions.count) < ($1.kind.order, $1.dimensions.count) }
      .map { ($0.code, $0.label(reader)) }
  }

  /// Against everyone first, then over time, then group by group, the greatest of each first.
  ///
  /// Shares stand before means, since the two have no common unit.
  private static func sorted(_ found: [(ProtectedTable, ProtectedComparison)])
    -> [(ProtectedTable, ProtectedComparison)]
  {
    found.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.0.measure != y.0.measure { return x.0.measure == .proportion }
      let (m, n) = (x.1.kind.order, y.1.kind.order)
      if m != n { return m < n }
      let (p, q) = (abs(x.1.difference), abs(y.1.difference))
      return p == q ? a.offset < b.offset : p > q
    }.map(\.element)
  }
}

extension ComparisonFamily.Kind {
  fileprivate var order: Int {
    switch self {
    case .against: 0
    case .between: 1
    case .change: 2
    }
  }
}

extension ComparisonKind {
  fileprivate var order: Int {
    switch self {
    case .againstAll: 0
    case .change: 1
    case .pair: 2
    }
  }
}

extension DifferencesModel.Line {
  fileprivate init?(
    _ table: ProtectedTable, _ comparison: ProtectedComparison, _ reader: PictureReader
  ) {
    guard let subject = reader.codebook.subject(table.subject) else { return nil }
    let texts = reader.texts
    let difference = Difference(comparison)
    self.subject = subject
    measure = table.measure
    self.difference = difference
    who = DifferenceNames(table, reader).who(comparison)
    let scale: Double = table.measure == .proportion ? 100 : 1
    size = texts.signed(difference.value * scale, decimals: difference.decimals)
    interval = texts.range(
      difference.lower, difference.upper, table.measure, decimals: difference.decimals)
    let verdict = Verdict(difference.value, subject.direction)
    self.verdict =
      comparison.isCertain && comparison.kind != .pair
      ? Status(verdict.kind, texts("page.differences.\(verdict.rawValue)")) : nil
  }
}
