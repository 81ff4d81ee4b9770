import Testing

@testable import SurveyStatistics

@Suite("Solving for calibration factors")
struct CalibrationSolverTests {
  @Test(
    "one total is reached by one factor", arguments: [CalibrationMethod.linear, .raking, .logit])
  func single(method: CalibrationMethod) throws {
    var options = CalibrationOptions()
    options.method = method
    options.tolerance = 1e-12
    let solver = CalibrationSolver(
      options: options,
      bounds: method == .logit
        ? .init(lower: [0.2], upper: [4]) : .init(lower: [-.infinity], upper: [.infinity]),
      variances: nil)
    let factors = try solver.factors(
      [AuxiliaryTotal(margin: "all", values: [1, 1, 1], total: 12)], weights: [2, 3, 5])
    for factor in factors { #expect(nearly(factor, 1.2)) }
  }
}
