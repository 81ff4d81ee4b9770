import DisclosureControl
package import SafetyModel

/// What a checked study will have to show: how many answers stand behind each group.
package struct StudySummary: Sendable {
  /// A breakdown with its groups, in the order of the study.
  package struct Breakdown: Sendable {
    package var labels: [LocalisedText]
    package var groups: [Group]
  }
  package struct Group: Sendable {
    package var labels: [LocalisedText]
    /// Respondents in the group; a single question has fewer, since not all answer it.
    package var base: Int
    /// Whether figures for the group will be hidden since its base is too small.
    package var isHidden: Bool
  }
  package var rowCount: Int
  package var leftOutCount: Int
  package var itemCount: Int
  package var indexCount: Int
  package var breakdowns: [Breakdown]

  /// Counts the groups of every breakdown that is to be published.
  package init(_ coded: CodedAnswers, of study: Study) {
    rowCount = coded.answers.respondentCount + coded.leftOutCount
    leftOutCount = coded.leftOutCount
    itemCount = study.items.count
    indexCount = study.indices.count
    let minimumBase = study.publish.rules.minimumBase
    breakdowns = study.publish.breakdowns.map { codes in
      let dimensions = codes.compactMap { code in study.dimensions.first { $0.code == code } }
      return Breakdown(
        labels: dimensions.map(\.label),
        groups: Self.groups(dimensions, coded.answers, minimumBase: minimumBase))
    }
  }

  private static func groups(
    _ dimensions: [DimensionDescription], _ answers: StoredAnswers, minimumBase: Int
  ) -> [Group] {
    let columns = dimensions.compactMap { answers.codedColumns["dimension.\($0.code)"]?.codes }
    guard columns.count == dimensions.count else { return [] }
    let size = dimensions.reduce(1) { $0 * $1.values.count }
    var counts = [Int](repeating: 0, count: size)
    let responded = answers.responded
    for row in 0..<answers.rowCount where responded?[row] ?? true {
      var cell = 0
      var isInside = true
      for (dimension, codes) in zip(dimensions, columns) {
        isInside = isInside && codes[row] > 0
        cell = cell * dimension.values.count + max(0, Int(codes[row]) - 1)
      }
      if isInside { counts[cell] += 1 }
    }
    return counts.indices.map { cell in
      Group(
        labels: labels(of: cell, dimensions), base: counts[cell],
        isHidden: counts[cell] < minimumBase)
    }
  }

  /// The last dimension runs fastest.
  private static func labels(of cell: Int, _ dimensions: [DimensionDescription])
    -> [LocalisedText]
  {
    var rest = cell
    var labels: [LocalisedText] = []
    for dimension in dimensions.reversed() {
      labels.insert(dimension.values[rest % dimension.values.count].label, at: 0)
      rest /= dimension.values.count
    }
    return labels
  }
}
