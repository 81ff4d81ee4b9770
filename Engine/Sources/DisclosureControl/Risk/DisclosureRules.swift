/// What may be shown to everyone: thresholds and rounding.
///
/// The defaults are the public rules of the project. A stricter rule is always allowed; a rule
/// laxer than ``floor`` is refused where rules are read.
public struct DisclosureRules: Codable, Sendable, Hashable {
  /// The fewest respondents that a shown figure may stand on; count.
  public var minimumBase: Int
  /// The fewest respondents who gave an answer, and who did not, for its exact share to be shown;
  /// count.
  public var minimumCount: Int
  /// Bases are told in bands of this width; count.
  public var baseBand: Int
  /// From this base on, percentages carry one decimal; below it they are whole; count.
  public var oneDecimalFromBase: Int
  /// A difference is certain when its adjusted p is below this level, in (0, 1).
  public var level: Double

  /// The public rules.
  public init(
    minimumBase: Int = 30, minimumCount: Int = 5, baseBand: Int = 10,
    oneDecimalFromBase: Int = 1000, level: Double = 0.05
  ) {
    self.minimumBase = minimumBase
    self.minimumCount = minimumCount
    self.baseBand = baseBand
    self.oneDecimalFromBase = oneDecimalFromBase
    self.level = level
  }

  /// The laxest rules that the public may be served by.
  public static let floor = DisclosureRules()
}
