/// Hides further figures until no addition gives a hidden one away.
///
/// A hidden figure that stands alone in an ``AdditiveLine`` can be worked out from the others, so
/// another figure of the line is hidden with it: the one that the fewest respondents stand behind,
/// and the whole only when nothing else is left. That may leave a figure alone in another line, so
/// the lines are gone through until nothing changes. It ends, since figures are only ever hidden.
///
/// A figure told as a band counts as known: it leaves less room than a hidden one needs.
///
/// Source: *Handbook on Statistical Disclosure Control*, 2026, chapter 4 (complementary
/// suppression). The rule guards against exact recovery by addition; how narrow an interval a
/// reader can reach by linear programming is not bounded by it.
enum SecondarySuppression {
  /// How many respondents stand behind a figure; smaller is hidden first.
  typealias Weight = (FigurePlace) -> (base: Int, count: Int)

  static func close(
    _ lines: [AdditiveLine], statuses: inout [[[FigureStatus]]], weight: Weight
  ) {
    var changed = true
    while changed {
      changed = false
      for line in lines where hidesExactlyOne(line, statuses) {
        guard let next = nextToHide(in: line, statuses, weight) else { continue }
        statuses[next.table][next.row][next.statistic] = .protectsAnother
        changed = true
      }
    }
  }

  private static func hidesExactlyOne(
    _ line: AdditiveLine, _ statuses: [[[FigureStatus]]]
  ) -> Bool {
    line.members.count { statuses[$0.table][$0.row][$0.statistic].isHidden } == 1
  }

  private static func nextToHide(
    in line: AdditiveLine, _ statuses: [[[FigureStatus]]], _ weight: Weight
  ) -> FigurePlace? {
    func canBeHidden(_ place: FigurePlace) -> Bool {
      switch statuses[place.table][place.row][place.statistic] {
      case .shown, .underFivePercent, .overNinetyFivePercent: true
      case .tooFewAnswers, .protectsAnother, .noAnswers: false
      }
    }
    let part = line.parts.filter(canBeHidden).min { weight($0) < weight($1) }
    return part ?? line.whole.flatMap { canBeHidden($0) ? $0 : nil }
  }
}
