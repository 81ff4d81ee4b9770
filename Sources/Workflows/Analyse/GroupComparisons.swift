import SafetyModel
package import SurveyStatistics

/// A difference in the headline that is to be tested, before the family is adjusted.
package struct TestedDifference: Sendable {
  package let first: Int
  /// `nil`: everyone.
  package let second: Int?
  package let difference: Difference
}

/// Which groups are compared with which.
///
/// - In a breakdown by one dimension: every pair of groups, and for areas each against everyone.
/// - In a crossed breakdown: the groups of the last dimension within each group of the others,
///   such as women with men within each area.
///
/// A group below the minimum base is not compared: its figure will not be shown, and testing it
/// would only make the family larger.
enum GroupComparisons {
  static func all(
    in table: SubjectEstimates, everyone: SubjectEstimates, minimumBase: Int
  ) -> [TestedDifference] {
    func isLargeEnough(_ domain: Int) -> Bool {
      table.estimate(domain: domain, column: 0).base >= max(minimumBase, 1)
    }
    let pairs = pairs(in: table).filter { isLargeEnough($0) && isLargeEnough($1) }
      .map { first, second in
        TestedDifference(
          first: first, second: second, difference: table.difference(first, minus: second))
      }
    guard table.dimensions.count == 1, table.dimensions[0].role == .area else { return pairs }
    let againstAll = table.keys.indices.filter(isLargeEnough).map { domain in
      TestedDifference(
        first: domain, second: nil,
        difference: table.difference(domain, minus: 0, of: everyone))
    }
    return pairs + againstAll
  }

  private static func pairs(in table: SubjectEstimates) -> [(Int, Int)] {
    guard let inner = table.dimensions.last?.values.count, inner > 1 else { return [] }
    return stride(from: 0, to: table.keys.count, by: inner).flatMap { start in
      (start..<start + inner).flatMap { first in
        (first + 1..<start + inner).map { (first, $0) }
      }
    }
  }
}
