/// One stage of a sample that was drawn in several: persons within areas, within municipalities.
public struct SamplingStage: Sendable {
  /// The unit of each row at this stage; the same code in two strata, or in two units of the stage
  /// above, is two.
  public var units: [Int32]
  /// The stratum of each row at this stage; `nil` when the stage is not stratified.
  public var strata: [Int32]?
  /// The units of the row's stratum in the population; `nil` when drawn with replacement.
  public var populationSizes: [Double]?
  /// n/N of the row's stratum, in (0, 1], for those who know it instead of N.
  public var samplingFractions: [Double]?

  /// Makes a stage; population sizes go before sampling fractions when both are given.
  public init(
    units: [Int32], strata: [Int32]? = nil, populationSizes: [Double]? = nil,
    samplingFractions: [Double]? = nil
  ) {
    self.units = units
    self.strata = strata
    self.populationSizes = populationSizes
    self.samplingFractions = samplingFractions
  }
}

extension SurveyDesign {
  /// The weights of a sample in which all units of a stratum were as likely: Π N/n over its stages.
  ///
  /// - Parameter stages: the stages, the first one first, all with population sizes or fractions.
  /// - Returns: a weight for each row, persons; infinite where a stage has neither.
  /// - Throws: ``DesignError/noStages``; ``DesignError/rowCountMismatch(column:expected:actual:)``,
  ///   by the first stage's units; ``DesignError/badPopulationSize(row:)``;
  ///   ``DesignError/populationSizeVaries(stratum:)``,
  ///   ``DesignError/populationSmallerThanSample(stratum:population:sample:)``, and the like of
  ///   later stages, which name a row.
  ///
  /// Source: Särndal, Swensson and Wretman, *Model Assisted Survey Sampling*, 1992, section 4.3.
  /// R: `weights(svydesign(id = ~unit1 + unit2, fpc = ~size1 + size2))`.
  public static func weights(of stages: [SamplingStage]) throws(DesignError) -> [Double] {
    let layouts = try layouts(of: stages, rowCount: stages.first?.units.count ?? 0)
    guard let first = layouts.first else { throw .noStages }
    return first.unitOfRow.indices.map { row in
      1
        / layouts.reduce(1) { probability, layout in
          let stratum = Int(layout.stratumOfUnit[Int(layout.unitOfRow[row])])
          return probability
            * (Double(layout.sampledUnits(stratum)) / layout.populationSizes[stratum])
        }
    }
  }

  /// The rows laid out at each stage.
  static func layouts(
    of stages: [SamplingStage], rowCount: Int
  ) throws(DesignError) -> [StageLayout] {
    guard !stages.isEmpty else { throw .noStages }
    var layouts: [StageLayout] = []
    for (place, stage) in stages.enumerated() {
      let columns = [
        ("strata", stage.strata?.count), ("units", stage.units.count),
        ("populationSizes", stage.populationSizes?.count),
        ("samplingFractions", stage.samplingFractions?.count),
      ]
      try check(rowCount: rowCount, columns.map { ("stages[\(place)].\($0.0)", $0.1) })
      layouts.append(try StageLayout(rowCount: rowCount, stage: stage, below: layouts.last))
    }
    return layouts
  }
}
