/// Decides for each figure on its own whether it may be shown.
///
/// | condition                                        | status               |
/// |--------------------------------------------------|----------------------|
/// | nobody answered in the whole table               | `noAnswers`          |
/// | base < minimumBase                               | `tooFewAnswers`      |
/// | count < minimumCount or base − count < it, and   |                      |
/// |   the proportion is under 0.05                   | `underFivePercent`   |
/// |   the proportion is over 0.95                    | `overNinetyFivePercent` |
/// |   else                                           | `tooFewAnswers`      |
/// | otherwise                                        | `shown`              |
///
/// The count matters besides the base: when almost everyone, or almost no one, in a group gives an
/// answer, the percentage tells what each of them answered.
enum PrimarySuppression {
  static func statuses(of table: EstimatedTable, by rules: DisclosureRules) -> [[FigureStatus]] {
    guard table.rows.contains(where: { $0.base > 0 }) else {
      return table.rows.map { $0.cells.map { _ in .noAnswers } }
    }
    return table.rows.map { row in row.cells.map { status(of: $0, base: row.base, by: rules) } }
  }

  private static func status(
    of cell: EstimatedCell, base: Int, by rules: DisclosureRules
  ) -> FigureStatus {
    guard base >= rules.minimumBase, base > 0, cell.value.isFinite else { return .tooFewAnswers }
    guard let count = cell.count else { return .shown }
    if count >= rules.minimumCount, base - count >= rules.minimumCount { return .shown }
    if cell.value < 0.05 { return .underFivePercent }
    if cell.value > 0.95 { return .overNinetyFivePercent }
    return .tooFewAnswers
  }
}

extension FigureStatus {
  /// Whether nothing at all is told of the figure.
  var isHidden: Bool {
    switch self {
    case .tooFewAnswers, .protectsAnother: true
    case .shown, .underFivePercent, .overNinetyFivePercent, .noAnswers: false
    }
  }
}
