package import SafetyModel
import SurveyStatistics

/// How evenly people answered, and how far shares may be off for that.
///
/// With everyone who was drawn in the data file: the response by frame variables, the R-indicator
/// and its parts. With only those who answered, and how many were drawn: bounds alone.
package struct DescribeResponse: Sendable {
  let analysis: SurveyAnalysis
  let frame: [CodedFrameVariable]
  let confidence: Double
  /// How much those who did not answer may differ, either way.
  let differences: [Double]
  /// A share that matters, such as a goal.
  let limit: Double?

  package init(
    analysis: SurveyAnalysis, frame: [CodedFrameVariable], confidence: Double = 0.95,
    differences: [Double], limit: Double? = nil
  ) {
    self.analysis = analysis
    self.frame = frame
    self.confidence = confidence
    self.differences = differences
    self.limit = limit
  }

  /// - Throws: `Problems` when it isn't known who was drawn, or nothing can be described.
  package func callAsFunction(
    _ subjects: [PublishedSubject], study: Study, notice: String
  ) throws -> ResponseReport {
    var report = ResponseReport(
      notice: notice, study: study.code, wave: study.wave, confidence: confidence, sampled: 0,
      respondents: analysis.answers.respondentCount, response: 1, bounds: [])
    var known: Representativity?
    do {
      if let responded = analysis.answers.responded {
        let found = try indicators(responded)
        (known, report.representativity) = (found.0, found.1)
        (report.sampled, report.response) = (responded.count, found.0.meanPropensity)
      } else {
        guard let sampled = study.sampledCount, sampled >= report.respondents else {
          throw Problems([Problem("response.sampledUnknown")])
        }
        report.sampled = sampled
        report.response = Double(report.respondents) / Double(sampled)
      }
      report.bounds = try subjects.filter { $0.kind == .item }.map {
        try bounds($0, report.response, known)
      }
    } catch let error as ResponseError {
      throw Problems([error.problem])
    }
    return report
  }

  private func indicators(
    _ responded: [Bool]
  ) throws -> (Representativity, ResponseReport.Indicators) {
    let drawn = try analysis.answers.drawn
    let variables = frame.map(\.variable)
    let found = try drawn.representativity(of: responded, by: variables)
    let parts = try zip(frame, found.variables).map { coded, part in
      let response = try drawn.response(of: responded, by: coded.variable)
      return ResponseReport.Variable(
        name: coded.variable.name, unconditional: part.unconditional.ifFinite,
        unconditionalStandardError: part.unconditionalStandardError.ifFinite,
        conditional: part.conditional.ifFinite,
        categories: coded.names.indices.map { place in
          ResponseReport.Category(
            name: coded.names[place], sampled: response[place].sampled,
            respondents: response[place].respondents,
            response: response[place].response.value.ifFinite,
            standardError: response[place].response.standardError.ifFinite,
            unconditional: part.categories[place].unconditional.ifFinite,
            conditional: part.categories[place].conditional.ifFinite)
        })
    }
    return (
      found,
      ResponseReport.Indicators(
        indicator: found.indicator.ifFinite,
        unadjustedIndicator: found.unadjustedIndicator.ifFinite,
        standardError: found.standardError.ifFinite,
        coefficientOfVariation: found.coefficientOfVariation.ifFinite, variables: parts)
    )
  }

  private func bounds(
    _ subject: PublishedSubject, _ response: Double, _ known: Representativity?
  ) throws -> ResponseReport.Bounds {
    let estimates = try analysis.estimate(subject, by: [])
    let share = estimates.estimate(domain: 0, column: 0).value
    let interval = estimates.interval(domain: 0, column: 0, confidence: confidence)
    guard share.isFinite else {
      return ResponseReport.Bounds(subject: subject.code, assumptions: [])
    }
    let bounds = try NonresponseBounds(proportion: share, interval: interval, response: response)
    return ResponseReport.Bounds(
      subject: subject.code, share: share, lower: interval.lower.ifFinite,
      upper: interval.upper.ifFinite, maximalBias: known?.maximalBias(of: share).ifFinite,
      assumptions: differences.map { difference in
        let (plain, wide) = bounds.bounds(ifOthersDifferByAtMost: difference)
        return ResponseReport.Assumption(
          difference: difference, lower: plain.lower.ifFinite, upper: plain.upper.ifFinite,
          lowerWithSampling: wide.lower.ifFinite, upperWithSampling: wide.upper.ifFinite)
      },
      differenceNeeded: limit.flatMap { bounds.differenceNeeded(toReach: $0) })
  }
}
