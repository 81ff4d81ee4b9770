import NumericKernels

/// The covariance of two estimated totals, by sampling of primary units within strata.
///
///     C = Σₕ (1 − nₕ/Nₕ) · nₕ/(nₕ − 1) · Σᵢ (aᵢ − āₕ)(bᵢ − b̄ₕ)
///
/// | symbol | shape           | meaning                                                  |
/// |--------|-----------------|----------------------------------------------------------|
/// | a, b   | value for unit  | Σ w·(linearised value) over its rows in the domain, or 0 |
/// | nₕ, Nₕ | number          | units of the stratum in the sample and in the population |
///
/// With `a` and `b` the same, C is the variance. Any estimate becomes a total by Taylor's
/// linearisation: a proportion p of the weight W has the linearised values (y − p)/W.
///
/// Source: Wolter, *Introduction to Variance Estimation*, 2007, chapters 2 and 6.
/// R: `svyrecvar`.
struct LinearisedCovariance {
  let layout: StageLayout
  let lonelyUnits: LonelyUnitRule

  /// C, for one statistic of each of two domains, which may overlap.
  func callAsFunction(_ a: UnitTotals, _ i: Int, _ b: UnitTotals, _ j: Int) -> Double {
    var sum = CompensatedSum()
    var (strata, undefinedStrata) = (0, 0)
    let means = lonelyUnits == .adjust ? overallMeans(a, i, b, j) : (a: 0, b: 0)
    forEachStratum(a, b) { stratum, placesA, placesB in
      strata += 1
      let n = layout.sampledUnits(stratum)
      let correction = layout.populationCorrection(stratum)
      // A stratum drawn whole has no sampling variance, lonely or not.
      if correction < 1e-7 { return }
      if n > 1 {
        let products = centredProducts(a, i, placesA, b, j, placesB, n: Double(n))
        sum.add(correction * Double(n) / Double(n - 1) * products)
      } else if lonelyUnits == .average {
        undefinedStrata += 1
      } else if lonelyUnits == .adjust {
        let (x, y) = (total(a, i, placesA), total(b, j, placesB))
        sum.add(correction * (x - means.a) * (y - means.b))
      }
    }
    guard undefinedStrata > 0 else { return sum.value }
    return sum.value * Double(strata) / Double(strata - undefinedStrata)
  }

  /// Σᵢ (aᵢ − ā)(bᵢ − b̄) over the n units of a stratum, of which only the touched ones are listed.
  private func centredProducts(
    _ a: UnitTotals, _ i: Int, _ placesA: Range<Int>,
    _ b: UnitTotals, _ j: Int, _ placesB: Range<Int>, n: Double
  ) -> Double {
    let meanA = total(a, i, placesA) / n
    let meanB = total(b, j, placesB) / n
    var (atA, atB) = (placesA.lowerBound, placesB.lowerBound)
    var (sum, touched) = (0.0, 0)
    // Centred before they are multiplied: Σab − n·āb̄ would lose the digits that matter.
    while atA < placesA.upperBound || atB < placesB.upperBound {
      let unitA = atA < placesA.upperBound ? a.units[atA] : Int32.max
      let unitB = atB < placesB.upperBound ? b.units[atB] : Int32.max
      let x = unitA <= unitB ? a.value(atA, i) : 0
      let y = unitB <= unitA ? b.value(atB, j) : 0
      if unitA <= unitB { atA += 1 }
      if unitB <= unitA { atB += 1 }
      sum += (x - meanA) * (y - meanB)
      touched += 1
    }
    return sum + (n - Double(touched)) * meanA * meanB
  }

  private func total(_ totals: UnitTotals, _ statistic: Int, _ places: Range<Int>) -> Double {
    var sum = 0.0
    for place in places { sum += totals.value(place, statistic) }
    return sum
  }

  /// The means over all units of all touched strata.
  private func overallMeans(
    _ a: UnitTotals, _ i: Int, _ b: UnitTotals, _ j: Int
  ) -> (a: Double, b: Double) {
    var units = 0
    forEachStratum(a, b) { stratum, _, _ in units += layout.sampledUnits(stratum) }
    guard units > 0 else { return (0, 0) }
    return (
      total(a, i, a.units.indices) / Double(units), total(b, j, b.units.indices) / Double(units)
    )
  }

  /// Visits the strata that either domain touches, with the places of their units.
  private func forEachStratum(
    _ a: UnitTotals, _ b: UnitTotals, _ body: (Int, Range<Int>, Range<Int>) -> Void
  ) {
    var (atA, atB) = (0, 0)
    while atA < a.segments.count || atB < b.segments.count {
      let stratumA = atA < a.segments.count ? a.segments[atA].stratum : Int.max
      let stratumB = atB < b.segments.count ? b.segments[atB].stratum : Int.max
      let placesA = stratumA <= stratumB ? a.segments[atA].places : 0..<0
      let placesB = stratumB <= stratumA ? b.segments[atB].places : 0..<0
      if stratumA <= stratumB { atA += 1 }
      if stratumB <= stratumA { atB += 1 }
      body(min(stratumA, stratumB), placesA, placesB)
    }
  }
}
