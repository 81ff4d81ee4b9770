import SurveyStatistics

/// The whole workload by designs that columns in memory are needed for.
struct Designs {
  let workload: Workload
  let columns: Columns

  init(path: String) throws {
    workload = try Workload(path: path)
    columns = try Columns(workload)
  }

  /// Processor seconds of all tables of each design; weighting it is not counted.
  func measure(_ say: (String, Double) -> Void) throws {
    let margins = try margins()
    let units = try SurveyDesign(
      weights: columns.weights, strata: columns.strata, primaryUnits: columns.primaryUnits)
    say("postStratified", try seconds(columns.elementDesign().postStratified(to: margins[1])))
    say("raked", try seconds(columns.elementDesign().raked(to: margins)))
    say("raked_units", try seconds(units.raked(to: margins)))
    say("numeric", try seconds(columns.numericDesign(byPrimaryUnit: false)))
    say("numeric_units", try seconds(columns.numericDesign(byPrimaryUnit: true)))
    say("two_stages", try seconds(twoStages()))
    say("raked_two_stages", try seconds(twoStages().raked(to: margins)))
  }

  private func seconds(_ design: SurveyDesign) throws -> Double {
    let start = Used.processSeconds
    let tables = try design.tabulated(
      columns.items, by: columns.dimensions, in: workload.breakdowns)
    precondition(tables[0][0].standardErrors[0] > 0)
    return Used.processSeconds - start
  }

  /// Primary units without replacement, and rows within them without replacement too.
  private func twoStages() throws -> SurveyDesign {
    let rows = columns.weights.indices
    return try SurveyDesign(
      weights: columns.weights,
      stages: [
        SamplingStage(
          units: columns.primaryUnits, strata: columns.strata,
          populationSizes: columns.populationSizes),
        SamplingStage(units: rows.map { Int32($0) }, populationSizes: rows.map { _ in 1000 }),
      ])
  }

  /// The first dimension, and the second by the third, with sizes near those estimated.
  private func margins() throws -> [AuxiliaryMargin] {
    let population = columns.weights.reduce(0, +)
    return try [
      columns.dimensions[0], columns.dimensions[1].crossed(with: columns.dimensions[2]),
    ].map { groups in
      var sizes = [Double](repeating: 0, count: groups.domainCount)
      for (row, code) in groups.codes.enumerated() {
        sizes[Int(code) - 1] += columns.weights[row] * (1 + 0.02 * Double(code % 5))
      }
      let scale = population / sizes.reduce(0, +)
      return AuxiliaryMargin(
        name: "\(groups.domainCount)", groups: groups, totals: sizes.map { $0 * scale })
    }
  }
}
