/// The strata that have come so far, with what their rows told of them.
struct StratumRegister: Sendable {
  private var numbering = KeyNumbering()
  /// The code that each stratum has in the source.
  private(set) var codes: [Int32] = []
  /// Units in the population; infinite when drawn with replacement.
  private(set) var populationSizes: [Double] = []
  /// Rows of each stratum.
  var rows: [Int] = []
  /// Rows of each stratum with a weight above 0.
  var weightedRows: [Int] = []

  /// Rows − strata, counting those that have any weight.
  var degreesOfFreedom: Int {
    weightedRows.reduce(0, +) - weightedRows.count { $0 > 0 }
  }

  /// The number of a stratum, new or known.
  mutating func stratum(_ code: Int32, populationSize: Double) throws(TallyError) -> Int {
    let stratum = numbering.number(of: Int(code))
    if stratum == codes.count {
      codes.append(code)
      populationSizes.append(populationSize)
      rows.append(0)
      weightedRows.append(0)
    } else if populationSizes[stratum] != populationSize {
      throw .populationSizeVaries(stratum: code)
    }
    return stratum
  }

  /// Counts a row; returns the number of its stratum.
  mutating func add(
    _ code: Int32, weight: Double, populationSize: Double
  ) throws(TallyError) -> Int {
    let stratum = try stratum(code, populationSize: populationSize)
    rows[stratum] += 1
    if weight > 0 { weightedRows[stratum] += 1 }
    return stratum
  }

  /// Adds the strata of another part of the survey; returns the number that each has here.
  mutating func merge(_ other: StratumRegister) throws(TallyError) -> [Int] {
    var strata: [Int] = []
    for index in other.codes.indices {
      let stratum = try stratum(
        other.codes[index], populationSize: other.populationSizes[index])
      rows[stratum] += other.rows[index]
      weightedRows[stratum] += other.weightedRows[index]
      strata.append(stratum)
    }
    return strata
  }

  /// The factors of a sample with so many units in each stratum.
  func factors(sampledUnits: [Int]) throws(TallyError) -> StratumFactors {
    var corrections: [Double] = []
    for (stratum, count) in sampledUnits.enumerated() {
      let size = populationSizes[stratum]
      guard size >= Double(count) else {
        throw .populationSmallerThanSample(
          stratum: codes[stratum], population: size, sample: count)
      }
      let correction = size.isInfinite ? 1 : (size - Double(count)) / size
      guard count > 1 || correction < StageLayout.negligibleCorrection else {
        throw .lonelyUnit(stratum: codes[stratum])
      }
      corrections.append(correction)
    }
    return StratumFactors(sampledUnits: sampledUnits, corrections: corrections)
  }
}
