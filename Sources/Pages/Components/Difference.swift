package import DisclosureControl

/// A published comparison read from the side that a sentence or a table starts from.
package struct Difference: Sendable, Hashable {
  package let comparison: ProtectedComparison
  /// Whether the comparison was published the other way round.
  package let isTurned: Bool

  package init(_ comparison: ProtectedComparison, isTurned: Bool = false) {
    self.comparison = comparison
    self.isTurned = isTurned
  }

  package var value: Double { isTurned ? -comparison.difference : comparison.difference }
  package var lower: Double { isTurned ? -comparison.upper : comparison.lower }
  package var upper: Double { isTurned ? -comparison.lower : comparison.upper }
  package var decimals: Int { comparison.decimals }
  package var isCertain: Bool { comparison.isCertain }
}

extension ProtectedTable {
  /// The difference between two rows, first − second, whichever way round it was published.
  package func pair(_ first: [String], _ second: [String]) -> Difference? {
    for comparison in comparisons where comparison.kind == .pair {
      if comparison.first == first, comparison.second == second { return Difference(comparison) }
      if comparison.first == second, comparison.second == first {
        return Difference(comparison, isTurned: true)
      }
    }
    return nil
  }

  /// The difference between a row and everyone.
  package func againstAll(_ key: [String]) -> Difference? {
    comparisons.first { $0.kind == .againstAll && $0.first == key }.map { Difference($0) }
  }

  /// The change of a row since an earlier wave.
  package func change(_ key: [String], since wave: Int) -> Difference? {
    comparisons.first { $0.kind == .change(since: wave) && $0.first == key }
      .map { Difference($0) }
  }

  /// The change of a row since the earliest wave that it was compared with.
  package func longestChange(_ key: [String]) -> (since: Int, difference: Difference)? {
    let waves = comparisons.compactMap { comparison -> Int? in
      guard case .change(let since) = comparison.kind, comparison.first == key else { return nil }
      return since
    }
    guard let since = waves.min(), let found = change(key, since: since) else { return nil }
    return (since, found)
  }
}
