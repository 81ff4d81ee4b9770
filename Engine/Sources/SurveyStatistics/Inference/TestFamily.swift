/// How the p of a family of tests are adjusted for their number.
public enum FamilyAdjustment: String, Sendable, Hashable, CaseIterable, Codable {
  /// Holm's: a single false finding anywhere stays rare, whatever the tests have in common.
  case holm
  /// Hochberg's: the same with more power, for tests that are independent or go together.
  case hochberg
  /// Benjamini and Hochberg's: few of the findings are false on average. R: `"BH"`.
  case benjaminiHochberg
  /// Bonferroni's: each p times the number of tests.
  case bonferroni
  /// No adjustment: each test for itself. R: `"none"`.
  case none

  /// The adjusted p, in the order given; NaN for tests that could not be made, which are left out
  /// of the number.
  public func adjusted(_ p: [Double]) -> [Double] {
    switch self {
    case .holm: holmAdjusted(p)
    case .hochberg: hochbergAdjusted(p)
    case .benjaminiHochberg: benjaminiHochbergAdjusted(p)
    case .bonferroni: bonferroniAdjusted(p)
    case .none: p
    }
  }
}

/// Tests that are judged together: what was asked, how many times, and what came out.
///
/// A finding can't be weighed without its family: whoever looks at a hundred differences finds five
/// by chance alone. The family therefore says its name, its method and its size.
public struct TestFamily: Sendable, Hashable {
  /// What the tests have in common, in words for the reader.
  public let name: String
  /// How the p are adjusted.
  public let adjustment: FamilyAdjustment
  /// The p of each test on its own; NaN where the test could not be made.
  public let p: [Double]
  /// The p of each test as one of the family.
  public let adjustedP: [Double]

  /// Judges tests together.
  ///
  /// - Parameters:
  ///   - name: what they have in common.
  ///   - p: of each test on its own; NaN for one that could not be made.
  ///   - adjustment: how the p are adjusted.
  ///
  /// R: `p.adjust(p, method)`.
  public init(_ name: String, p: [Double], adjustment: FamilyAdjustment = .holm) {
    self.name = name
    self.p = p
    self.adjustment = adjustment
    adjustedP = adjustment.adjusted(p)
  }

  /// Judges differences together.
  ///
  /// - Parameters:
  ///   - name: what they have in common.
  ///   - differences: those asked about.
  ///   - adjustment: how the p are adjusted.
  public init(
    _ name: String, of differences: [Difference], adjustment: FamilyAdjustment = .holm
  ) {
    self.init(name, p: differences.map(\.p), adjustment: adjustment)
  }

  /// m: the tests that could be made.
  public var size: Int { p.count { !$0.isNaN } }

  /// The tests that could not be made, which are not counted in ``size``.
  public var undefinedCount: Int { p.count - size }

  /// The places of the tests that are found at a level.
  ///
  /// - Parameter level: the risk taken: of any false finding, or for Benjamini and Hochberg's method
  ///   the part of the findings that may be false.
  /// - Returns: the places, ascending.
  public func findings(at level: Double = 0.05) -> [Int] {
    adjustedP.indices.filter { adjustedP[$0] <= level }
  }
}
