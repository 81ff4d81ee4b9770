import SurveyStatistics

/// A whole survey file as the columns that the library's general functions take.
struct Columns {
  let weights: [Double]
  let strata: [Int32]
  let primaryUnits: [Int32]
  let populationSizes: [Double]
  let dimensions: [DomainColumn]
  let items: [CodedColumn]

  init(_ workload: Workload) throws {
    let file = workload.file
    let range = file.firstRow..<file.file.count
    func block(isClustered: Bool) throws -> AnswerBlock {
      var block = AnswerBlock()
      var reader = SurveyReader(
        file, range: range, isClustered: isClustered, capacity: range.count)
      try reader.read(into: &block)
      return block
    }
    let units = try block(isClustered: true).primaryUnits
    let block = try block(isClustered: false)
    let width = workload.shape.rowWidth
    func column(_ place: Int) -> [UInt8] {
      (0..<block.rowCount).map { block.codes[$0 * width + place] }
    }
    weights = block.weights
    strata = block.strata
    primaryUnits = units
    populationSizes = block.populationSizes
    let count = file.dimensions.count
    dimensions = try workload.shape.dimensionSizes.enumerated().map {
      try DomainColumn(codes: column($0).map { UInt16($0) }, domainCount: $1)
    }
    items = try workload.shape.itemSizes.enumerated().map {
      try CodedColumn(codes: column(count + $0), categoryCount: $1)
    }
  }

  /// A stratified sample of elements without replacement.
  func elementDesign() throws -> SurveyDesign {
    try SurveyDesign(weights: weights, strata: strata, populationSizes: populationSizes)
  }

  /// A sample calibrated to the sizes of the first dimension and to the total of a number.
  ///
  /// - Parameter byPrimaryUnit: whether of primary units, all of one with the same factor.
  /// - Returns: the calibrated design.
  /// - Throws: what calibration throws.
  func numericDesign(byPrimaryUnit: Bool) throws -> SurveyDesign {
    let design =
      byPrimaryUnit
      ? try SurveyDesign(weights: weights, strata: strata, primaryUnits: primaryUnits)
      : try elementDesign()
    let number = weights.indices.map { 18 + Double(($0 * 7919) % 6700) / 100 }
    let groups = dimensions[0]
    let indicators = (1...groups.domainCount).map { group in
      groups.codes.map { Int($0) == group ? 1.0 : 0 }
    }
    let auxiliaries = (indicators + [number]).enumerated().map { place, values in
      let total = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
      return AuxiliaryTotal(
        margin: "\(place)", values: values, total: total * (1 + 0.01 * Double(place)))
    }
    return try design.calibrated(to: auxiliaries, byPrimaryUnit: byPrimaryUnit)
  }
}
