import SurveyStatistics

/// An invented sample of drawn persons, of whom some answered, with what numpy makes of it.
struct DrawnSample {
  var responded: [Bool] = []
  var weights: [Double] = []
  private var strata: [Int32] = []
  private var sizes: [Double] = []
  private var codes: [[UInt16]] = [[], [], []]
  /// The figures of all, then of age, sex and area.
  let figures: [[Double]]

  init() throws {
    let rows = try goldenRows("response/sample.csv")
    figures = try goldenRows("response/indicators.csv")
    let drawn = Dictionary(grouping: rows) { $0[0] }.mapValues { Double($0.count) }
    for row in rows {
      strata.append(Int32(row[0]))
      sizes.append(row[1])
      weights.append(row[1] / (drawn[row[0]] ?? .nan))
      responded.append(row[2] == 1)
      for place in 0..<3 { codes[place].append(UInt16(row[3 + place])) }
    }
  }

  func design() throws -> SurveyDesign {
    try SurveyDesign(weights: weights, strata: strata, populationSizes: sizes)
  }

  func variables() throws -> [FrameVariable] {
    try zip(["age", "sex", "area"], zip(codes, [3, 2, 4])).map { name, column in
      FrameVariable(
        name: name, categories: try DomainColumn(codes: column.0, domainCount: column.1))
    }
  }
}
