/// How the rows of a survey lie in the units and strata of one sampling stage.
///
/// Units are numbered so that those of one stratum follow each other, strata in ascending order.
struct StageLayout: Sendable {
  /// The unit of each row.
  let unitOfRow: [Int32]
  /// The stratum of each unit, ascending.
  let stratumOfUnit: [Int32]
  /// The first unit of each stratum, and after the last stratum the number of units.
  let firstUnits: [Int32]
  /// The population size of each stratum in units; infinite when drawn with replacement.
  let populationSizes: [Double]
  /// The code that each stratum has in the source, for messages.
  let stratumCodes: [Int32]
  /// The rows in the order of their units; `nil` when they already stand so.
  let rowsByUnit: [Int32]?
  /// At a later stage, the unit above in which each stratum lies; `nil` at the first.
  private(set) var parents: [Int32]?
  /// The part of this stage's variance that counts in each stratum: Π n/N of the stages above.
  private(set) var multipliers: [Double]

  var unitCount: Int { stratumOfUnit.count }
  var stratumCount: Int { stratumCodes.count }

  /// n, the sampled units of a stratum.
  func sampledUnits(_ stratum: Int) -> Int {
    Int(firstUnits[stratum + 1] - firstUnits[stratum])
  }

  /// 1 − n/N of a stratum.
  func populationCorrection(_ stratum: Int) -> Double {
    let size = populationSizes[stratum]
    return size.isInfinite ? 1 : (size - Double(sampledUnits(stratum))) / size
  }

  /// 1 − n/N below which a stratum is drawn whole; R's margin for rounding.
  static let negligibleCorrection = 1e-7

  /// Whether a stratum is drawn whole, and so has no sampling variance.
  func isDrawnWhole(_ stratum: Int) -> Bool {
    populationCorrection(stratum) < Self.negligibleCorrection
  }

  /// Units − strata, counting those that have any weight.
  func degreesOfFreedom(weights: [Double]) -> Int {
    var isUsed = [Bool](repeating: false, count: unitCount)
    for (row, unit) in unitOfRow.enumerated() where weights[row] != 0 { isUsed[Int(unit)] = true }
    var (units, strata) = (0, 0)
    var previous: Int32 = -1
    for (unit, stratum) in stratumOfUnit.enumerated() where isUsed[unit] {
      units += 1
      if stratum != previous { strata += 1 }
      previous = stratum
    }
    return units - strata
  }

  /// Lays out the rows.
  ///
  /// - Parameters:
  ///   - rowCount: the number of rows.
  ///   - strata: a code for each row; `nil` for a single stratum.
  ///   - units: a code for each row; `nil` when every row is a unit of its own.
  ///   - populationSizes: a size for each row, alike within a stratum; `nil` with replacement.
  ///   - samplingFractions: n/N for each row instead, alike within a stratum.
  /// - Throws: ``DesignError`` when population sizes vary or are smaller than the sample.
  init(
    rowCount: Int, strata: [Int32]?, units: [Int32]?, populationSizes: [Double]?,
    samplingFractions: [Double]? = nil
  ) throws(DesignError) {
    let strata = strata.map(Densified.init)
    stratumCodes = strata?.originals ?? [0]
    let stratumOfRow = strata?.codes ?? [Int32](repeating: 0, count: rowCount)
    multipliers = Array(repeating: 1, count: stratumCodes.count)
    let numbering = UnitNumbering(
      strata: stratumOfRow, stratumCount: stratumCodes.count, units: units)
    unitOfRow = numbering.unitOfRow
    stratumOfUnit = numbering.stratumOfUnit
    firstUnits = numbering.firstUnits
    rowsByUnit = numbering.rowsByUnit
    self.populationSizes = try Self.sizes(
      populationSizes ?? samplingFractions, areFractions: populationSizes == nil,
      of: stratumOfRow, codes: stratumCodes, firstUnits: firstUnits)
  }

  /// Lays out the rows of a stage whose units lie in those of the stage above.
  init(rowCount: Int, stage: SamplingStage, below upper: StageLayout?) throws(DesignError) {
    guard let upper else {
      try self.init(
        rowCount: rowCount, strata: stage.strata, units: stage.units,
        populationSizes: stage.populationSizes, samplingFractions: stage.samplingFractions)
      return
    }
    // Ascending by the unit above, so that its strata follow each other.
    let pairs = Densified(pairs: upper.unitOfRow, stage.strata)
    do {
      try self.init(
        rowCount: rowCount, strata: pairs.codes, units: stage.units,
        populationSizes: stage.populationSizes, samplingFractions: stage.samplingFractions)
    } catch {
      throw error.atLaterStage(stratumOfRow: pairs.codes)
    }
    var parents = [Int32](repeating: 0, count: stratumCount)
    for row in 0..<rowCount {
      parents[Int(stratumOfUnit[Int(unitOfRow[row])])] = upper.unitOfRow[row]
    }
    self.parents = parents
    multipliers = parents.map { parent in
      let stratum = Int(upper.stratumOfUnit[Int(parent)])
      return upper.multipliers[stratum] * Double(upper.sampledUnits(stratum))
        / upper.populationSizes[stratum]
    }
  }

  func refuseLonelyUnits() throws(DesignError) {
    for stratum in 0..<stratumCount
    where sampledUnits(stratum) == 1 && !isDrawnWhole(stratum)
      && multipliers[stratum] > 0
    {
      guard parents != nil else { throw .lonelyUnit(stratum: stratumCodes[stratum]) }
      let unit = firstUnits[stratum]
      throw .lonelyLaterUnit(row: unitOfRow.firstIndex(of: unit) ?? 0)
    }
  }

  /// N of each stratum, from a number for each row: N itself, or n/N.
  private static func sizes(
    _ numbers: [Double]?, areFractions: Bool, of stratumOfRow: [Int32], codes: [Int32],
    firstUnits: [Int32]
  ) throws(DesignError) -> [Double] {
    var result = [Double](repeating: numbers == nil ? .infinity : .nan, count: codes.count)
    guard let numbers else { return result }
    for (row, stratum) in stratumOfRow.enumerated() {
      let stratum = Int(stratum)
      guard numbers[row] > 0, !areFractions || numbers[row] <= 1 else {
        throw .badPopulationSize(row: row)
      }
      if result[stratum].isNaN { result[stratum] = numbers[row] }
      guard result[stratum] == numbers[row] else {
        throw .populationSizeVaries(stratum: codes[stratum])
      }
    }
    for stratum in result.indices {
      let sample = Int(firstUnits[stratum + 1] - firstUnits[stratum])
      if areFractions { result[stratum] = Double(sample) / result[stratum] }
      guard result[stratum] >= Double(sample) else {
        throw .populationSmallerThanSample(
          stratum: codes[stratum], population: result[stratum], sample: sample)
      }
    }
    return result
  }
}

extension DesignError {
  /// The same of a stratum that has no code of its own: one within a unit, told by its first row.
  fileprivate func atLaterStage(stratumOfRow: [Int32]) -> DesignError {
    func row(_ stratum: Int32) -> Int { stratumOfRow.firstIndex(of: stratum) ?? 0 }
    if case .populationSizeVaries(let stratum) = self {
      return .laterPopulationSizeVaries(row: row(stratum))
    }
    if case .populationSmallerThanSample(let stratum, let population, let sample) = self {
      return .laterPopulationSmallerThanSample(
        row: row(stratum), population: population, sample: sample)
    }
    return self
  }
}
