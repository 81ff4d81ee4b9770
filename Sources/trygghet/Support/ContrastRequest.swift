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

  /// The tables of the contrasts of a source's figures.
  func contrastTables(of source: any ContrastSource) throws -> [AnalystReport.Table] {
    guard !contrasts.isEmpty else { return [] }
    return try EstimateContrasts(
      of: source,
      preferred: work.codebook.dimensions.filter { dimension in
        breakdowns.contains { $0.contains(dimension) }
      })(contrasts, of: numbers())
  }
}
