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
}
