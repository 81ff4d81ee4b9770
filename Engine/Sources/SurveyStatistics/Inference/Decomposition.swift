import NumericKernels

/// Why a change cannot be decomposed.
public enum DecompositionError: Error, Sendable, Hashable {
  /// The parts cannot be estimated: a column is not as long as the design.
  case estimation(EstimationError)
  /// A group has nobody on one side, first or second, so that its rate is unknown; counted from 1.
  case emptyGroup(group: Int, side: String)
  /// The figures are not as many as two sides of so many groups have: four for each group.
  case figureCountMismatch(expected: Int, actual: Int)
}

/// A difference between two populations taken apart: their composition, and what is left.
///
/// Did fear rise because people fear more, or because more are old? Kitagawa's decomposition is
/// symmetric: it doesn't matter which of the two comes first. c is the part of a population that is
/// in a group, p the mean of the variable there; all parts are in its unit.
public struct Decomposition: Sendable, Hashable {
  /// First minus second: the sum of the two parts.
  public let total: Difference
  /// The part that comes from groups of other sizes: Σ (c₁ − c₂)·(p₁ + p₂)/2.
  public let composition: Difference
  /// The part that comes from other rates within the groups: Σ (p₁ − p₂)·(c₁ + c₂)/2.
  public let rate: Difference
  /// The rate part of each group: (p₁ − p₂)·(c₁ + c₂)/2; 0 for one that neither side has.
  public let rateOfGroup: [Difference]
  /// The composition part of each group: (c₁ − c₂)·(p₁ + p₂)/2; 0 for one that neither side has.
  public let compositionOfGroup: [Difference]
}

extension Statistic {
  /// The sizes of groups as parts of a population, and then the mean of a variable in each.
  ///
  /// - Parameters:
  ///   - variable: the values; rows without one count nowhere.
  ///   - groups: the group of each row; rows in none count nowhere.
  ///   - within: the rows of a subpopulation; `nil` for everyone.
  /// - Returns: c for each group, in [0, 1], and then p for each, in the unit of the variable; p is
  ///   NaN for an empty group.
  public static func compositionAndRates(
    of variable: NumericColumn, by groups: DomainColumn, within: [Bool]? = nil
  ) -> Statistic {
    guard variable.values.count == groups.codes.count,
      within.map({ $0.count == groups.codes.count }) ?? true
    else {
      // Estimating then fails with the lengths.
      return Statistic(
        columns: lengths([("variable", variable)], within) + [("groups", groups.codes.count)]
      ) { _, _ in [] }
    }
    let isUsed = groups.codes.indices.map { row in
      (within?[row] ?? true) && groups.codes[row] > 0 && !variable.values[row].isNaN
    }
    let all = 1...max(groups.domainCount, 1)
    let sizes = all.map { group in
      NumericColumn(values: groups.codes.map { Int($0) == group ? 1 : 0 })
    }
    return .joined(
      [.mean(of: sizes, within: isUsed)]
        + all.map { group in
          .mean(
            of: [variable],
            within: groups.codes.indices.map { isUsed[$0] && Int(groups.codes[$0]) == group })
        })
  }
}

extension JointEstimates {
  /// Takes a difference apart, given the composition and the rates of both sides.
  ///
  /// - Parameter k: the number of groups; the figures must be 2k of the first side and 2k of the
  ///   second, each as ``Statistic/compositionAndRates(of:by:within:)`` gives them.
  /// - Returns: the parts, with standard errors by the delta method from all covariances.
  /// - Throws: ``DecompositionError/figureCountMismatch(expected:actual:)``;
  ///   ``DecompositionError/emptyGroup(group:side:)`` when one side alone has the group.
  ///
  /// Source: Kitagawa, *Components of a difference between two rates*, 1955; Wang, Rahman, Siegal
  /// and Fisher, *Standardization and decomposition of rates*, 2000.
  public func decomposed(groupCount k: Int) throws(DecompositionError) -> Decomposition {
    guard values.count == 4 * k else {
      throw .figureCountMismatch(expected: 4 * k, actual: values.count)
    }
    var (compositions, rates): ([Difference], [Difference]) = ([], [])
    var (byComposition, byRate) = (values.map { _ in 0.0 }, values.map { _ in 0.0 })
    for group in 0..<k {
      let (c1, p1, c2, p2) = (group, k + group, 2 * k + group, 3 * k + group)
      // A group that neither side has is no part of the difference.
      if values[c1] == 0, values[c2] == 0 {
        compositions.append(.none(degreesOfFreedom: degreesOfFreedom))
        rates.append(.none(degreesOfFreedom: degreesOfFreedom))
        continue
      }
      guard !values[p1].isNaN else { throw .emptyGroup(group: group + 1, side: "first") }
      guard !values[p2].isNaN else { throw .emptyGroup(group: group + 1, side: "second") }
      let composition = parts(c1, c2, p1, p2)
      let rate = parts(p1, p2, c1, c2)
      compositions.append(transformed(to: composition.value, gradient: composition.gradient))
      rates.append(transformed(to: rate.value, gradient: rate.gradient))
      byComposition = zip(byComposition, composition.gradient).map(+)
      byRate = zip(byRate, rate.gradient).map(+)
    }
    let sums = (
      composition: compositions.reduce(0) { $0 + $1.value }, rate: rates.reduce(0) { $0 + $1.value }
    )
    return Decomposition(
      total: transformed(
        to: sums.composition + sums.rate, gradient: zip(byComposition, byRate).map(+)),
      composition: transformed(to: sums.composition, gradient: byComposition),
      rate: transformed(to: sums.rate, gradient: byRate),
      rateOfGroup: rates, compositionOfGroup: compositions)
  }

  /// (x₁ − x₂)·(y₁ + y₂)/2 with its derivatives.
  private func parts(
    _ x1: Int, _ x2: Int, _ y1: Int, _ y2: Int
  ) -> (value: Double, gradient: [Double]) {
    let difference = values[x1] - values[x2]
    let middle = (values[y1] + values[y2]) / 2
    var gradient = values.map { _ in 0.0 }
    gradient[x1] = middle
    gradient[x2] = -middle
    gradient[y1] = difference / 2
    gradient[y2] = difference / 2
    return (difference * middle, gradient)
  }
}

extension SurveyDesign {
  /// Takes the difference between two domains of one survey apart.
  ///
  /// - Parameters:
  ///   - variable: the values.
  ///   - groups: what the composition is about, such as age.
  ///   - first: the rows of the domain to subtract from.
  ///   - second: the rows of the domain to subtract.
  /// - Returns: the parts.
  /// - Throws: ``DecompositionError/emptyGroup(group:side:)``;
  ///   ``DecompositionError/estimation(_:)`` when columns differ in length.
  ///
  /// Golden values: `Golden/peers/estimators.json`, by numerical derivatives in numpy.
  public func decomposedDifference(
    of variable: NumericColumn, by groups: DomainColumn, between first: [Bool],
    and second: [Bool]
  ) throws(DecompositionError) -> Decomposition {
    let sides: JointEstimates
    do {
      sides = try estimate(
        .joined([
          .compositionAndRates(of: variable, by: groups, within: first),
          .compositionAndRates(of: variable, by: groups, within: second),
        ]))
    } catch {
      throw .estimation(error)
    }
    return try sides.decomposed(groupCount: groups.domainCount)
  }
}
