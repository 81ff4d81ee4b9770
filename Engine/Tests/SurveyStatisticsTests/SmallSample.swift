import NumericKernels
import SurveyStatistics

/// A sample that was made up, for identities: three strata, unequal weights, missing answers.
struct SmallSample {
  var weights: [Double] = []
  var strata: [Int32] = []
  var units: [Int32] = []
  var sizes: [Double] = []
  var item: [UInt8] = []
  var domain: [UInt16] = []
  var y: [Double] = []
  var x: [Double] = []

  /// - Parameters:
  ///   - rowCount: respondents.
  ///   - seed: of the made-up answers.
  init(rowCount: Int = 240, seed: UInt64 = 20_260_101) {
    var random = SeededRandom(seed: seed)
    for row in 0..<rowCount {
      strata.append(Int32(row % 3))
      units.append(Int32(row / 3 % 8))
      sizes.append([40, 55, 9][row % 3])
      weights.append(1 + 4 * random.uniform())
      item.append(random.uniform() < 0.05 ? 0 : UInt8(1 + random.uniform(below: 4)))
      domain.append(random.uniform() < 0.1 ? 0 : UInt16(1 + random.uniform(below: 3)))
      y.append(random.uniform() < 0.05 ? .nan : 10 + 3 * random.normal())
      x.append(1 + random.uniform())
    }
  }

  func design(isClustered: Bool = true) throws -> SurveyDesign {
    try SurveyDesign(
      weights: weights, strata: strata, primaryUnits: isClustered ? units : nil,
      populationSizes: isClustered ? sizes : nil)
  }

  /// The same with weights that reproduce a total of x.
  func calibratedToX(isClustered: Bool = false) throws -> SurveyDesign {
    let total = zip(x, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return try design(isClustered: isClustered).calibrated(
      to: [AuxiliaryTotal(margin: "x", values: x, total: 1.1 * total)])
  }

  var coded: CodedColumn {
    get throws { try CodedColumn(codes: item, categoryCount: 4) }
  }

  var domains: DomainColumn {
    get throws { try DomainColumn(codes: domain, domainCount: 3) }
  }

  /// The same respondents in another order.
  func reordered(_ order: [Int]) -> SmallSample {
    var sample = self
    sample.weights = order.map { weights[$0] }
    sample.strata = order.map { strata[$0] }
    sample.units = order.map { units[$0] }
    sample.sizes = order.map { sizes[$0] }
    sample.item = order.map { item[$0] }
    sample.domain = order.map { domain[$0] }
    sample.y = order.map { y[$0] }
    sample.x = order.map { x[$0] }
    return sample
  }
}

/// Whether two numbers agree to a relative tolerance.
func nearly(_ a: Double, _ b: Double, _ tolerance: Double = 1e-11) -> Bool {
  a == b || (a - b).magnitude <= tolerance * max(a.magnitude, b.magnitude)
}
