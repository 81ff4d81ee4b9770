/// The figures of one subject in one breakdown, as they may be shown to anyone.
///
/// It can be made in two ways only: by ``DisclosureRules/protect(_:)``, or by decoding a
/// publication that was made so. Charts, pages, files and the interface take nothing else.
public struct ProtectedTable: Codable, Sendable, Hashable {
  /// The code of the item or index that the table is about.
  public let subject: String
  /// What kind of figure the cells hold.
  public let measure: Measure
  /// The crossed dimensions, outermost first; empty when the table is about everyone.
  public let dimensions: [TableDimension]
  /// The columns; the first is the headline.
  public let statistics: [TableStatistic]
  /// One row for each combination of the dimensions' values, the last dimension fastest.
  public let rows: [ProtectedRow]
  /// The differences that may be shown: both sides are visible, and it could be tested.
  public let comparisons: [ProtectedComparison]

  init(
    subject: String, measure: Measure, dimensions: [TableDimension],
    statistics: [TableStatistic], rows: [ProtectedRow], comparisons: [ProtectedComparison]
  ) {
    self.subject = subject
    self.measure = measure
    self.dimensions = dimensions
    self.statistics = statistics
    self.rows = rows
    self.comparisons = comparisons
  }

  /// The row with the given key, if the table has it.
  public func row(_ key: [String]) -> ProtectedRow? {
    rows.first { $0.key == key }
  }

  /// The codes of the crossed dimensions, outermost first.
  public var dimensionCodes: [String] { dimensions.map(\.code) }
}

/// The published figures of one domain.
public struct ProtectedRow: Codable, Sendable, Hashable {
  /// One value code for each dimension of the table.
  public let key: [String]
  /// How many answers stand behind the figures, as a band.
  public let base: BaseBand
  /// One figure for each statistic of the table.
  public let figures: [PublishedFigure]

  init(key: [String], base: BaseBand, figures: [PublishedFigure]) {
    self.key = key
    self.base = base
    self.figures = figures
  }

  /// The first figure: the share that the sentence is about, or the mean.
  public var headline: PublishedFigure { figures[0] }
}

/// A base told as a band, so that a percentage and its base do not give the count back.
public struct BaseBand: Codable, Sendable, Hashable {
  /// The fewest respondents that there are; 0 when they are too few to be told.
  public let atLeast: Int
  /// The most respondents that there are.
  public let atMost: Int

  init(atLeast: Int, atMost: Int) {
    self.atLeast = atLeast
    self.atMost = atMost
  }
}

/// Whether a figure is shown, and if not, why.
public enum FigureStatus: String, Codable, Sendable, Hashable, CaseIterable {
  /// The figure is shown.
  case shown
  /// Hidden: too few answers in the group (primary suppression).
  case tooFewAnswers
  /// Hidden: it would give a hidden figure away (secondary suppression).
  case protectsAnother
  /// Told only as "under five percent".
  case underFivePercent
  /// Told only as "over ninety-five percent".
  case overNinetyFivePercent
  /// Nobody in the whole table answered; a group without answers beside others has too few.
  case noAnswers
}

/// One figure, rounded, with its interval; or the reason why it is not shown.
public struct PublishedFigure: Codable, Sendable, Hashable {
  /// Whether the figure is shown, and if not, why.
  public let status: FigureStatus
  /// The rounded figure, a proportion in [0, 1]; `nil` unless shown.
  public let value: Double?
  /// The rounded lower end of the confidence interval; `nil` unless shown.
  public let lower: Double?
  /// The rounded upper end of the confidence interval; `nil` unless shown.
  public let upper: Double?
  /// Decimals that the figure carries, 0 to 2: of a percentage for proportions, else of the mean.
  public let decimals: Int

  init(status: FigureStatus, value: Double?, lower: Double?, upper: Double?, decimals: Int) {
    self.status = status
    self.value = value
    self.lower = lower
    self.upper = upper
    self.decimals = decimals
  }
}

/// One published difference in the headline: first − second.
public struct ProtectedComparison: Codable, Sendable, Hashable {
  /// What the difference is between.
  public let kind: ComparisonKind
  /// The key of the first row.
  public let first: [String]
  /// The key of the second row; empty against everyone; equal to `first` for a change.
  public let second: [String]
  /// First minus second, rounded; of proportions in [−1, 1], estimated before the two were rounded.
  public let difference: Double
  /// The rounded lower end of the interval.
  public let lower: Double
  /// The rounded upper end of the interval.
  public let upper: Double
  /// Decimals that the difference carries, as in ``PublishedFigure/decimals``.
  public let decimals: Int
  /// Whether the difference is certain: adjusted p below the level of the rules.
  public let isCertain: Bool

  init(
    kind: ComparisonKind, first: [String], second: [String], difference: Double,
    lower: Double, upper: Double, decimals: Int, isCertain: Bool
  ) {
    self.kind = kind
    self.first = first
    self.second = second
    self.difference = difference
    self.lower = lower
    self.upper = upper
    self.decimals = decimals
    self.isCertain = isCertain
  }
}
