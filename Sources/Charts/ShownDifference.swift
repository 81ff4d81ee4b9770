package import DisclosureControl
package import Texts

/// A published difference as a chart shows it, in the order that the chart wants.
///
/// It can only be made from a ``ProtectedComparison``.
package struct ShownDifference: Sendable, Hashable {
  package let value: Double
  package let lower: Double
  package let upper: Double
  package let decimals: Int
  package let isCertain: Bool

  /// First minus second as it was estimated, or `reversed`: second minus first.
  package init(_ comparison: ProtectedComparison, reversed: Bool = false) {
    value = reversed ? -comparison.difference : comparison.difference
    lower = reversed ? -comparison.upper : comparison.lower
    upper = reversed ? -comparison.lower : comparison.upper
    decimals = comparison.decimals
    isCertain = comparison.isCertain
  }

  /// The difference in words: `+21,4`.
  package func words(_ unit: FigureUnit, in texts: Texts) -> String {
    unit.signed(value, decimals: decimals, in: texts)
  }

  /// The interval of the difference: `+16,8 till +26,0`.
  package func intervalWords(_ unit: FigureUnit, in texts: Texts) -> String {
    texts(
      "chart.differenceInterval",
      [
        "lower": unit.signed(lower, decimals: decimals, in: texts),
        "upper": unit.signed(upper, decimals: decimals, in: texts),
      ])
  }
}

extension ProtectedTable {
  /// The difference between two rows, the first minus the second, whichever way it was estimated.
  package func difference(_ first: [String], minus second: [String]) -> ShownDifference? {
    for comparison in comparisons where comparison.kind == .pair {
      if comparison.first == first, comparison.second == second {
        return ShownDifference(comparison)
      }
      if comparison.first == second, comparison.second == first {
        return ShownDifference(comparison, reversed: true)
      }
    }
    return nil
  }
}
