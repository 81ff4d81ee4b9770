import SafetyModel
import SurveyStatistics

extension ModelSmallAreas: ContrastSource {
  package var statistic: String { "model-based" }

  /// The groups are those of one breakdown, which is modelled as a whole.
  package func basis(
    of figures: [ContrastFigure], in contrasts: [Contrast]
  ) throws -> ContrastBasis {
    let common = try figures.common(in: contrasts, for: "--small-areas")
    let breakdown = common.dimensions.compactMap(own.analysis.codebook.dimension)
    let fitted = try fitted(common.number, by: breakdown)
    let (estimates, keys) = try fitted.joint()
    return ContrastBasis(
      estimates: estimates,
      figures: figures.map { figure in keys.map { $0 == figure.group.map(\.code) ? 1 : 0 } },
      model: fitted.description)
  }
}
