/// One stage of a sample that was drawn in several: persons within areas, within municipalities.
public struct SamplingStage: Sendable {
  /// The unit of each row at this stage; the same code in two units of the stage above is two.
  public var units: [Int32]
  /// The stratum of each row at this stage; `nil` when the stage is not stratified.
  public var strata: [Int32]?
  /// The units of the row's stratum in the population; `nil` when drawn with replacement.
  public var populationSizes: [Double]?

  /// Makes a stage.
  public init(units: [Int32], strata: [Int32]? = nil, populationSizes: [Double]? = nil) {
    self.units = units
    self.strata = strata
    self.populationSizes = populationSizes
  }
}
