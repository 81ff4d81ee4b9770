/// Weights that make the respondents as many as the frame, in strata and by background.
///
/// Every respondent of a cell gets the same weight w, found by multiplying in turn (raking):
///
///     w ← w · N(stratum) / Σ w      over the respondents of each area × sex × age group
///     w ← w · N(area, background) / Σ w      over those of each area × background
///
/// until both hold. The response of a cell is a product of area, sex, age and background here, so
/// raking takes the bias from non-response away and not only some of it.
enum Raking {
  enum Failure: Error, Equatable {
    /// Nobody answered in a group that the frame says has people.
    case emptyGroup
    case notConverged
  }

  /// - Parameters:
  ///   - respondents: respondents in each cell.
  ///   - frame: persons in each cell.
  /// - Returns: the weight of a respondent in each cell; meaningless where there are none.
  /// - Throws: ``Failure`` when no weights can make the totals agree.
  static func weights(respondents: [Int], frame: [Int]) throws(Failure) -> [Double] {
    let margins: [[Int]] = [Cell.all.map(\.stratum), Cell.all.map(\.areaAndBackground)]
    var weights = [Double](repeating: 1, count: Cell.count)
    for _ in 0..<1000 {
      var worst = 0.0
      for groups in margins {
        let change = try adjust(&weights, groups: groups, respondents: respondents, frame: frame)
        worst = max(worst, change)
      }
      if worst < 1e-14 { return weights }
    }
    throw .notConverged
  }

  /// One step over one margin; returns the greatest relative change of a weight.
  private static func adjust(
    _ weights: inout [Double], groups: [Int], respondents: [Int], frame: [Int]
  ) throws(Failure) -> Double {
    let groupCount = (groups.max() ?? -1) + 1
    var wanted = [Double](repeating: 0, count: groupCount)
    var reached = wanted
    for (cell, group) in groups.enumerated() {
      wanted[group] += Double(frame[cell])
      reached[group] += weights[cell] * Double(respondents[cell])
    }
    var worst = 0.0
    for (cell, group) in groups.enumerated() where wanted[group] > 0 {
      guard reached[group] > 0 else { throw .emptyGroup }
      let factor = wanted[group] / reached[group]
      weights[cell] *= factor
      worst = max(worst, abs(factor - 1))
    }
    return worst
  }
}
