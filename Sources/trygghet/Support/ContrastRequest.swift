import SafetyModel
import SurveyStatistics
import Workflows

extension AnalystRequest {
  /// The contrasts as they were written; what cannot be read is told of all of them.
  static func contrasts(_ command: Estimate) throws -> [Contrast] {
    var (contrasts, problems) = ([Contrast](), [Problem]())
    for text in command.comparison.contrast {
      do { contrasts.append(try Contrast(text)) } catch let error as Problems {
        problems += error.list
      }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return contrasts
  }

  /// The tables of the contrasts; figures may be of an earlier wave when there is one.
  func contrastTables(since changes: MeasureChanges? = nil) throws -> [AnalystReport.Table] {
    guard !contrasts.isEmpty else { return [] }
    return try EstimateContrasts(
      numbers: estimator(of: work), wave: work.study.wave, since: changes,
      preferred: work.codebook.dimensions.filter { dimension in
        breakdowns.contains { $0.contains(dimension) }
      }, standard: standard())(contrasts, of: numbers())
  }
}

extension Estimate {
  /// What can't be given together with what is told of figures together.
  func checkJointFigures() throws {
    let given = [
      comparison.contrast.isEmpty ? nil : "--contrast",
      uncertainty.covariance ? "--covariance" : nil,
    ]
    for option in given.compactMap(\.self) {
      let other =
        smallAreas.smallAreas
        ? "--small-areas" : waves.pool.isEmpty ? nil : "--pool"
      if let other { throw usageError("not", ["option": option, "other": other]) }
      if [.median, .quantile].contains(subject.statistic) {
        throw usageError("notJointQuantiles", ["option": option])
      }
    }
  }
}
