import Testing

@testable import SurveyStatistics

@Suite("Solving for calibration factors")
struct CalibrationSolverTests {
  @Test(
    "one total is reached by one factor", arguments: [CalibrationMethod.linear, .raking, .logit])
  func single(method: CalibrationMethod) throws {
    let solver = CalibrationSolver(
      method: method, bounds: method == .logit ? (0.2, 4) : (-.infinity, .infinity),
      tolerance: 1e-12, maximumSteps: 100)
    let factors = try solver.factors(
      [AuxiliaryTotal(margin: "all", values: [1, 1, 1], total: 12)], weights: [2, 3, 5])
    for factor in factors { #expect(nearly(factor, 1.2)) }
  }
}
