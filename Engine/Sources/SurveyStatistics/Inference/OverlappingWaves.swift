import NumericKernels

/// Why two waves cannot be compared unit by unit.
public enum WaveError: Error, Sendable, Hashable {
  /// A column of identifiers is not as long as its wave, which is named now or then.
  case rowCountMismatch(wave: String, expected: Int, actual: Int)
  /// The rows of one primary unit have different identifiers; rows are counted from 0.
  case severalIdentifiers(wave: String, row: Int)
  /// A row has the identifier of another primary unit of its wave; rows are counted from 0.
  ///
  /// The identifier itself is not told: it may be that of a person.
  case repeatedIdentifier(wave: String, row: Int)
  /// A wave has replicate weights, which do not tell how its units lie.
  case replicated(wave: String)
  /// What is estimated cannot be: a column is not as long as its wave.
  case estimation(EstimationError)
}

/// Two waves of a survey, some of whose primary units were drawn in both.
///
/// Persons who answer twice make a change more certain than two samples drawn apart would, since
/// most of what makes them differ from others stays the same.
public struct OverlappingWaves: Sendable {
  /// The later wave.
  public let now: SurveyDesign
  /// The earlier wave.
  public let then: SurveyDesign
  /// The units of both waves: where they lie in each.
  private let matches: [Match]

  private struct Match {
    let now: Int
    let then: Int
  }

  /// Matches two waves.
  ///
  /// - Parameters:
  ///   - now: the later wave.
  ///   - then: the earlier wave.
  ///   - identifiers: for each row of each wave who it is, in a sample of persons; in a sample of
  ///     clusters which cluster it lies in. Empty for a row that cannot be matched.
  /// - Throws: ``WaveError/rowCountMismatch(wave:expected:actual:)``;
  ///   ``WaveError/severalIdentifiers(wave:row:)``; ``WaveError/repeatedIdentifier(wave:row:)``;
  ///   ``WaveError/replicated(wave:)``.
  public init(
    now: SurveyDesign, then: SurveyDesign, identifiers: (now: [String], then: [String])
  ) throws(WaveError) {
    (self.now, self.then) = (now, then)
    let first = try Self.units(now, identifiers.now, wave: "now")
    let second = try Self.units(then, identifiers.then, wave: "then")
    matches = first.compactMap { identifier, unit in
      second[identifier].map { Match(now: unit, then: $0) }
    }
    .sorted { $0.now < $1.now }
  }

  /// How many primary units are in both waves.
  public var overlap: Int { matches.count }

  /// The unit of each identifier.
  private static func units(
    _ design: SurveyDesign, _ identifiers: [String], wave: String
  ) throws(WaveError) -> [String: Int] {
    guard design.replicates == nil else { throw .replicated(wave: wave) }
    guard identifiers.count == design.rowCount else {
      throw .rowCountMismatch(
        wave: wave, expected: design.rowCount, actual: identifiers.count)
    }
    var ofUnit = [String?](repeating: nil, count: design.layout.unitCount)
    var units: [String: Int] = [:]
    for (row, identifier) in identifiers.enumerated() {
      let unit = Int(design.layout.unitOfRow[row])
      if let known = ofUnit[unit], known != identifier {
        throw .severalIdentifiers(wave: wave, row: row)
      }
      ofUnit[unit] = identifier
      if identifier.isEmpty { continue }
      guard units[identifier] == nil || units[identifier] == unit else {
        throw .repeatedIdentifier(wave: wave, row: row)
      }
      units[identifier] = unit
    }
    return units
  }

  /// Estimates a statistic of each wave, with the covariance that the common units give.
  ///
  ///     c = Σ (1 − n₁n₂/(N·m)) · m/(m − 1) · Σᵢ (aᵢ − ā)(bᵢ − b̄)   over the m common units
  ///
  /// a and b are the units' sums of w·(linearised value), the outer sum is over the pairs of strata
  /// that common units lie in. Where everyone is in both waves c is the covariance of one sample;
  /// where as many are in both as two samples drawn apart would share, it is 0. The factor is 1
  /// without population sizes, or with unlike ones; a single common unit adds nothing. Later
  /// stages, and rules for lonely units, are not looked at in c.
  ///
  /// - Parameters:
  ///   - statisticNow: what to estimate in the later wave.
  ///   - statisticThen: the same in the earlier wave.
  /// - Returns: the figures of the later wave and then those of the earlier one; differences,
  ///   ratios and differences in differences of them take account of the overlap.
  /// - Throws: ``WaveError/estimation(_:)``.
  ///
  /// Source: Tam, *On covariances from overlapping samples*, 1984; Qualité and Tillé, *Variance
  /// estimation of changes in repeated surveys*, 2008.
  /// Golden values: `Golden/peers/estimators.json`, by numpy.
  public func estimate(
    now statisticNow: Statistic, then statisticThen: Statistic
  ) throws(WaveError) -> JointEstimates {
    let (first, second): (JointEstimates, JointEstimates)
    do {
      first = try now.estimate(statisticNow)
      second = try then.estimate(statisticThen)
    } catch {
      throw .estimation(error)
    }
    let a = now.unitTotals(of: statisticNow)
    let b = then.unitTotals(of: statisticThen)
    var covariance = Matrix(rows: a.count, columns: b.count)
    for i in a.indices {
      for j in b.indices { covariance[i, j] = self.covariance(a[i], b[j]) }
    }
    return JointEstimates(first, second, covariance: covariance)
  }

  private func covariance(_ a: [Double], _ b: [Double]) -> Double {
    let pairs = Dictionary(grouping: matches) { match in
      [now.layout.stratumOfUnit[match.now], then.layout.stratumOfUnit[match.then]]
    }
    var sum = CompensatedSum()
    for (strata, group) in pairs.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let m = Double(group.count)
      // One common unit says nothing of how the two waves go together.
      guard m > 1 else { continue }
      let meanA = group.reduce(0) { $0 + a[$1.now] } / m
      let meanB = group.reduce(0) { $0 + b[$1.then] } / m
      let products = group.reduce(0) { $0 + (a[$1.now] - meanA) * (b[$1.then] - meanB) }
      sum.add(correction(Int(strata[0]), Int(strata[1]), m) * m / (m - 1) * products)
    }
    return sum.value
  }

  /// 1 − n₁n₂/(N·m); 1 when drawn with replacement, or from populations of different size.
  private func correction(_ first: Int, _ second: Int, _ m: Double) -> Double {
    let (size, other) = (now.layout.populationSizes[first], then.layout.populationSizes[second])
    guard size.isFinite, size == other else { return 1 }
    let n = Double(now.layout.sampledUnits(first)) * Double(then.layout.sampledUnits(second))
    return 1 - n / (size * m)
  }
}

extension SurveyDesign {
  /// For each figure of a statistic what its linearised values add up to in each primary unit.
  func unitTotals(of statistic: Statistic) -> [[Double]] {
    statistic.evaluate(weights, true).flatMap { part in
      part.influences.map { influence in
        let column = residual(of: influence)
        var totals = [Double](repeating: 0, count: layout.unitCount)
        for (row, unit) in layout.unitOfRow.enumerated() { totals[Int(unit)] += column[row] }
        return totals
      }
    }
  }
}
