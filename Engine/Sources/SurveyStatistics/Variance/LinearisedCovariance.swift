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
  let includesLonelyInDomains: Bool

  /// The units of one stratum that either domain touches: their places in the two lists.
  private struct Touched {
    let stratum: Int
    let a: Range<Int>
    let b: Range<Int>
  }

  /// C, for one statistic of each of two domains, which may overlap.
  func callAsFunction(_ a: UnitTotals, _ i: Int, _ b: UnitTotals, _ j: Int) -> Double {
    let pair = Pair(a: a, i: i, b: b, j: j)
    let strata = touchedStrata(a, b)
    // At a later stage the lonely rules compare strata within one unit of the stage above.
    guard let parents = layout.parents else { return covariance(pair, strata[...]) }
    var sum = 0.0
    var start = 0
    while start < strata.count {
      let parent = parents[strata[start].stratum]
      let end =
        strata[start...].firstIndex { parents[$0.stratum] != parent } ?? strata.count
      sum += layout.multipliers[strata[start].stratum] * covariance(pair, strata[start..<end])
      start = end
    }
    return sum
  }

  private func covariance(_ pair: Pair, _ strata: ArraySlice<Touched>) -> Double {
    var sum = CompensatedSum()
    var undefined = 0
    let means = lonelyUnits == .adjust ? overallMeans(pair, strata) : (a: 0, b: 0)
    for touched in strata {
      let n = Double(layout.sampledUnits(touched.stratum))
      // Lonely or not.
      if layout.isDrawnWhole(touched.stratum) { continue }
      let correction = layout.populationCorrection(touched.stratum)
      let scale = n > 1 ? correction * n / (n - 1) : correction
      let isLonely =
        n == 1 || includesLonelyInDomains && pair.touchedUnits(touched.a, touched.b) == 1
      if isLonely, lonelyUnits == .adjust {
        sum.add(scale * pair.products(touched.a, touched.b, n: n, means: means))
      } else if isLonely, lonelyUnits == .average {
        undefined += 1
      } else if n > 1 {
        let own = (a: pair.totalA(touched.a) / n, b: pair.totalB(touched.b) / n)
        sum.add(scale * pair.products(touched.a, touched.b, n: n, means: own))
      }
    }
    guard undefined > 0 else { return sum.value }
    return sum.value * Double(strata.count) / Double(strata.count - undefined)
  }

  /// The means over all units of some strata.
  private func overallMeans(_ pair: Pair, _ strata: ArraySlice<Touched>) -> (a: Double, b: Double) {
    var (a, b, units) = (0.0, 0.0, 0)
    for touched in strata {
      a += pair.totalA(touched.a)
      b += pair.totalB(touched.b)
      units += layout.sampledUnits(touched.stratum)
    }
    return units == 0 ? (0, 0) : (a / Double(units), b / Double(units))
  }

  /// The strata that either domain touches, ascending.
  private func touchedStrata(_ a: UnitTotals, _ b: UnitTotals) -> [Touched] {
    var strata: [Touched] = []
    var (atA, atB) = (0, 0)
    while atA < a.segments.count || atB < b.segments.count {
      let stratumA = atA < a.segments.count ? a.segments[atA].stratum : Int.max
      let stratumB = atB < b.segments.count ? b.segments[atB].stratum : Int.max
      strata.append(
        Touched(
          stratum: min(stratumA, stratumB),
          a: stratumA <= stratumB ? a.segments[atA].places : 0..<0,
          b: stratumB <= stratumA ? b.segments[atB].places : 0..<0))
      if stratumA <= stratumB { atA += 1 }
      if stratumB <= stratumA { atB += 1 }
    }
    return strata
  }
}

/// One statistic of each of two domains.
private struct Pair {
  let a: UnitTotals
  let i: Int
  let b: UnitTotals
  let j: Int

  func totalA(_ places: Range<Int>) -> Double {
    places.reduce(0) { $0 + a.value($1, i) }
  }

  func totalB(_ places: Range<Int>) -> Double {
    places.reduce(0) { $0 + b.value($1, j) }
  }

  func touchedUnits(_ placesA: Range<Int>, _ placesB: Range<Int>) -> Int {
    var units = Set(placesA.map { a.units[$0] })
    units.formUnion(placesB.map { b.units[$0] })
    return units.count
  }

  /// Σᵢ (aᵢ − a̅)(bᵢ − b̅) over the n units of a stratum, of which only the touched are listed.
  func products(
    _ placesA: Range<Int>, _ placesB: Range<Int>, n: Double, means: (a: Double, b: Double)
  ) -> Double {
    var (atA, atB) = (placesA.lowerBound, placesB.lowerBound)
    var (sum, touched) = (0.0, 0.0)
    // Centred before they are multiplied: Σab − n·a̅b̅ would lose the digits that matter.
    while atA < placesA.upperBound || atB < placesB.upperBound {
      let unitA = atA < placesA.upperBound ? a.units[atA] : Int32.max
      let unitB = atB < placesB.upperBound ? b.units[atB] : Int32.max
      let x = unitA <= unitB ? a.value(atA, i) : 0
      let y = unitB <= unitA ? b.value(atB, j) : 0
      if unitA <= unitB { atA += 1 }
      if unitB <= unitA { atB += 1 }
      sum += (x - means.a) * (y - means.b)
      touched += 1
    }
    return sum + (n - touched) * means.a * means.b
  }
}
