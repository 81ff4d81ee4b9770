import SurveyStatistics
import Testing

@Suite("Options of calibration")
struct CalibrationOptionsTests {
  let sample = SmallSample()

  private var auxiliaries: [AuxiliaryTotal] {
    [
      AuxiliaryTotal(margin: "all", values: sample.x.map { _ in 1 }, total: 800),
      AuxiliaryTotal(margin: "x", values: sample.x, total: 1190),
    ]
  }

  @Test("bounds can be about the weights themselves")
  func weightBounds() throws {
    var options = CalibrationOptions()
    options.bounds = 1...5.2
    options.bounded = .weight
    let design = try sample.design().calibrated(to: auxiliaries, options: options)
    #expect(design.weights.allSatisfy { $0 >= 1 - 1e-9 && $0 <= 5.2 + 1e-9 })
    #expect(nearly(design.weights.reduce(0, +), 800, 1e-8))
  }

  @Test("rows of one group get the same factor, and primary units are such groups")
  func groups() throws {
    var options = CalibrationOptions()
    options.groups = zip(sample.strata, sample.units).map { $0 * 100 + $1 }
    let plain = try sample.design()
    let design = try plain.calibrated(to: auxiliaries, options: options)
    let byUnit = try plain.calibrated(to: auxiliaries, byPrimaryUnit: true, tolerance: 1e-10)
    #expect(zip(design.weights, byUnit.weights).allSatisfy { nearly($0, $1, 1e-9) })
    let factors = zip(design.weights, plain.weights).map { $0 / $1 }
    for (row, group) in (options.groups ?? []).enumerated() {
      let first = options.groups?.firstIndex(of: group) ?? 0
      #expect(nearly(factors[row], factors[first]))
    }
  }

  @Test("with variances x, calibration to x is the ratio estimator")
  func ratio() throws {
    var options = CalibrationOptions()
    options.variances = sample.x
    let total = 1190.0
    let plain = try sample.design()
    let design = try plain.calibrated(
      to: [AuxiliaryTotal(margin: "x", values: sample.x, total: total)], options: options)
    let y = NumericColumn(values: sample.y.map { $0.isNaN ? 0 : $0 })
    let calibrated = try design.estimate(.total(of: [y]))
    let ratio = try plain.estimate(.ratio(of: y, to: NumericColumn(values: sample.x)))
    #expect(nearly(calibrated.values[0], ratio.values[0] * total, 1e-10))
  }

  @Test("the larger a row's variance, the less it is moved")
  func variances() throws {
    var options = CalibrationOptions()
    options.variances = [1, 4, 1, 4]
    let design = try SurveyDesign(weights: [10, 10, 10, 10]).calibrated(
      to: [AuxiliaryTotal(margin: "all", values: [1, 1, 1, 1], total: 50)], options: options)
    #expect(allNearly(design.weights, [14, 11, 14, 11], 1e-12))
  }

  @Test("trimming afterwards keeps factors in the range")
  func trim() throws {
    var options = CalibrationOptions()
    let plain = try sample.design()
    let free = try plain.calibrated(to: auxiliaries, options: options)
    let factors = zip(free.weights, plain.weights).map { $0 / $1 }
    let (low, high) = (factors.min() ?? 0, factors.max() ?? 0)
    options.trim = low + 0.2 * (high - low)...high - 0.2 * (high - low)
    let design = try plain.calibrated(to: auxiliaries, options: options)
    #expect(nearly(design.weights.reduce(0, +), free.weights.reduce(0, +), 1e-9))
    #expect(design.weights != free.weights)
  }

  @Test("weights of 1 are brought to the population first")
  func unscaled() throws {
    var options = CalibrationOptions()
    options.method = .raking
    let design = try SurveyDesign(weights: sample.x.map { _ in 1 })
    let large = [
      AuxiliaryTotal(margin: "all", values: sample.x.map { _ in 1 }, total: 240_000),
      AuxiliaryTotal(margin: "x", values: sample.x, total: 361_000),
    ]
    let calibrated = try design.calibrated(to: large, options: options)
    #expect(nearly(calibrated.weights.reduce(0, +), 240_000, 1e-8))
  }

  @Test("refuses variances that are not above 0, and names the row")
  func badVariances() throws {
    var options = CalibrationOptions()
    options.variances = sample.x
    options.variances?[7] = 0
    let design = try sample.design()
    #expect(throws: CalibrationError.missingValue(margin: "variances", row: 7)) {
      try design.calibrated(to: auxiliaries, options: options)
    }
  }
}
