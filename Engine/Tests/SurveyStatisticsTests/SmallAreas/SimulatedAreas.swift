import NumericKernels
import SurveyStatistics

/// Thirty areas whose true figures are known, drawn anew each time.
struct SimulatedAreas {
  let truth: [Double]
  let direct: [Double]
  let model: AreaModel

  init(using random: inout SeededRandom) throws {
    let variances = (0..<30).map { 0.3 + 0.7 * Double($0 % 5) / 2 }
    let x = (0..<30).map { Double($0) / 10 }
    truth = x.map { 2 + 0.5 * $0 + random.normal() }
    direct = zip(truth, variances).map { $0 + $1.squareRoot() * random.normal() }
    model = try AreaModel(
      direct: direct, samplingVariances: variances, covariates: [x.map { _ in 1 }, x])
  }
}
