internal import NumericKernels
internal import SurveyStatistics

/// The likelihood interval as R's `svyciprop` computes it.
///
/// R reads the ends off a curve, see ``RProfile``. The engine solves for the ends instead; the two
/// differ by up to a third of a percent, which is R's interpolation.
struct RLikelihoodInterval {
  /// 1 or 0 for each answer.
  let y: [Double]
  /// The weight of each answer ÷ the mean weight of all rows.
  let weights: [Double]
  /// The standard error of the log-odds.
  let logOddsError: Double
  let degreesOfFreedom: Double
  /// Whether uncertainty comes from replicates, for which R has no factor n/(n − 1).
  let hasReplicates: Bool
  let confidence: Double
  /// How many rows R's model has: all with an answer, where it keeps those outside of a subset.
  let rowCount: Int
  /// How many rows the mean weight is over, once those without an answer have weight 0.
  let meanOver: Double

  var interval: ConfidenceInterval {
    let (centre, information) = fit()
    let p = Elementary.expit(centre)
    let (count, weight) = (Double(weights.count { $0 != 0 }), weights.reduce(0, +))
    let dispersion = weight / meanOver * (hasReplicates ? 1 : count / (count - 1))
    let error = logOddsError
    let ratio = error * error * information
    let t = StudentDistribution.quantile(0.5 - confidence / 2, degreesOfFreedom: degreesOfFreedom)
    let profile = RProfile(
      centre: centre, standardError: error,
      alpha: NormalDistribution.cdf(t * ratio.squareRoot()) / 2,
      degreesOfFreedom: Double(rowCount) - 1)
    let ends = try? profile.interval { x in
      2 * weight * divergence(p, Elementary.expit(x)) / dispersion
    }
    guard let ends else { return ConfidenceInterval(lower: .nan, upper: .nan) }
    return ConfidenceInterval(
      lower: Elementary.expit(ends.lower), upper: Elementary.expit(ends.upper))
  }

  /// The log-odds as R's `glm` finds them, and the information one step before, which R keeps.
  private func fit() -> (logOdds: Double, information: Double) {
    var eta = zip(y, weights).map { Elementary.logit(($1 * $0 + 0.5) / ($1 + 1)) }
    var (centre, information, deviance) = (0.0, 0.0, -1.0)
    for _ in 0..<25 {
      let mu = eta.map(Elementary.expit)
      let working = zip(weights, mu).map { $0 * $1 * (1 - $1) }
      information = working.reduce(0, +)
      centre =
        y.indices.reduce(0) {
          $0 + working[$1] * (eta[$1] + (y[$1] - mu[$1]) / (mu[$1] * (1 - mu[$1])))
        } / information
      eta = eta.map { _ in centre }
      let p = Elementary.expit(centre)
      let next = zip(y, weights).reduce(0) {
        $0 - 2 * $1.1 * Elementary.log($1.0 == 1 ? p : 1 - p)
      }
      if (next - deviance).magnitude / (next + 0.1) < 1e-8 { break }
      deviance = next
    }
    return (centre, information)
  }

  private func divergence(_ p: Double, _ fitted: Double) -> Double {
    let share = zip(y, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    return share * Elementary.log(p / fitted)
      + (1 - share) * Elementary.log((1 - p) / (1 - fitted))
  }
}
