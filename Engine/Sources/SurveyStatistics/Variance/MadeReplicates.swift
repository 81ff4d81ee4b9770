public import NumericKernels

extension SurveyDesign {
  /// The same sample with jackknife replicates: each leaves one primary unit out.
  ///
  /// The others of its stratum weigh n/(n − 1) times as much; the factor of the replicate is
  /// (1 − n/N)·(n − 1)/n. For totals this gives the variance of linearisation, for smooth functions
  /// of them nearly so; it is wrong for quantiles. Later stages are not looked at.
  ///
  /// To calibrate, do it afterwards: replicates made of a calibrated design are not calibrated
  /// themselves, and its figures then look less certain than they are.
  ///
  /// - Returns: the design with its replicates in place of any that it had, one for each unit of
  ///   strata with two or more; the degrees of freedom are those of the design.
  ///
  /// Source: Wolter, *Introduction to Variance Estimation*, 2007, section 4.5.
  /// R: `as.svrepdesign(design, type = "JKn")`.
  public func jackknifed() -> SurveyDesign {
    var replicates = ReplicateWeights(weights: [], scale: 1)
    for unit in 0..<layout.unitCount {
      let stratum = Int(layout.stratumOfUnit[unit])
      let n = Double(layout.sampledUnits(stratum))
      guard n > 1 else { continue }
      let units = layout.firstUnits[stratum]..<layout.firstUnits[stratum + 1]
      replicates.weights.append(
        weights.indices.map { row in
          let own = layout.unitOfRow[row]
          if own == Int32(unit) { return 0 }
          return units.contains(own) ? weights[row] * n / (n - 1) : weights[row]
        })
      replicates.factors.append(layout.populationCorrection(stratum) * (n - 1) / n)
    }
    return with(replicates: replicates, degreesOfFreedom: degreesOfFreedom)
  }

  /// The same sample with bootstrap replicates: units drawn again within each stratum.
  ///
  ///     w' = w · (1 − λ + λ · n/(n − 1) · r),   λ = √(1 − n/N)
  ///
  /// r is how often the unit comes in n − 1 draws with replacement from the n of its stratum. A
  /// stratum with one unit keeps its weights, and so adds no variance. Later stages are not looked
  /// at. As with ``jackknifed()``, calibrate afterwards.
  ///
  /// - Parameters:
  ///   - count: how many replicates, 1 or more; 500 or more for intervals.
  ///   - random: where the draws come from.
  /// - Returns: the design with its replicates, each measured from the estimate with the full
  ///   weights; the degrees of freedom are those of the design.
  ///
  /// Source: Rao, Wu and Yue, *Some recent work on resampling methods for complex surveys*, 1992.
  public func bootstrapped(count: Int, using random: inout SeededRandom) -> SurveyDesign {
    var replicates = ReplicateWeights(
      weights: [], scale: 1 / Double(count),
      factors: Array(repeating: 1, count: count), centre: .estimate)
    for _ in 0..<count {
      let factors = unitFactors(using: &random)
      replicates.weights.append(
        weights.indices.map { weights[$0] * factors[Int(layout.unitOfRow[$0])] })
    }
    return with(replicates: replicates, degreesOfFreedom: degreesOfFreedom)
  }

  private func unitFactors(using random: inout SeededRandom) -> [Double] {
    var factors = [Double](repeating: 1, count: layout.unitCount)
    for stratum in 0..<layout.stratumCount {
      let n = layout.sampledUnits(stratum)
      guard n > 1 else { continue }
      let first = Int(layout.firstUnits[stratum])
      let lambda = layout.populationCorrection(stratum).squareRoot()
      for unit in first..<first + n { factors[unit] = 1 - lambda }
      for _ in 1..<n {
        factors[first + random.uniform(below: n)] += lambda * Double(n) / Double(n - 1)
      }
    }
    return factors
  }
}
