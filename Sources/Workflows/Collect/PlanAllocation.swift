import SafetyModel
package import SurveyStatistics

/// Divides a sample among the strata of a frame, with what can be expected of it.
package struct PlanAllocation: Sendable {
  /// How large the sample is to be.
  package enum Size: Sendable, Hashable {
    /// So many persons drawn.
    case total(Int)
    /// As few as give every area, or everyone when there are none, this margin of error.
    case margin(Double)
  }

  package let frame: FrameStrata
  package let size: Size
  package let rule: AllocationRule
  package let designEffect: Double
  package let confidence: Double

  package init(
    frame: FrameStrata, size: Size, rule: AllocationRule, designEffect: Double = 1,
    confidence: Double = 0.95
  ) {
    self.frame = frame
    self.size = size
    self.rule = rule
    self.designEffect = designEffect
    self.confidence = confidence
  }

  package func callAsFunction() throws -> PlannedSample {
    let strata = frame.strata.map(\.planned)
    let areas = frame.areas
    let allocation = try Problems.ofPlanning(
      in: frame.file, areaName: { areas?.names[$0] }
    ) { () throws(PlanningError) in
      switch size {
      case .total(let total): try Allocation(dividing: total, among: strata, by: rule)
      case .margin(let margin):
        try Allocation(
          reaching: (areas?.names ?? [""]).map { _ in margin },
          ofAreas: areas?.ofStratum ?? strata.map { _ in 0 }, strata: strata, by: rule,
          designEffect: designEffect, confidence: confidence)
      }
    }
    return PlannedSample(
      columns: frame.columns.strata,
      strata: frame.strata.indices.map { place in
        line(frame.strata[place].key, [place], allocation)
      },
      areas: (areas?.names ?? []).enumerated().map { place, name in
        line([name], strata.indices.filter { areas?.ofStratum[$0] == place }, allocation)
      }, everyone: line([], Array(strata.indices), allocation))
  }

  private func line(
    _ key: [String], _ members: [Int], _ allocation: Allocation
  ) -> PlannedSample.Line {
    PlannedSample.Line(
      key: key,
      populationSize: members.reduce(0) { $0 + allocation.strata[$1].populationSize },
      sampled: members.reduce(0) { $0 + allocation.sampled[$1] },
      expectedRespondents: members.reduce(0) { $0 + allocation.expectedRespondents[$1] },
      marginOfError: allocation.marginOfError(
        ofStrata: members, designEffect: designEffect, confidence: confidence))
  }
}

/// A sample that is to be drawn: how many where, and how certain its figures will be.
package struct PlannedSample: Sendable, Hashable, Encodable {
  package struct Line: Sendable, Hashable, Encodable {
    /// The stratum's values, the area, or nothing for everyone.
    package var key: [String]
    package var populationSize: Int
    package var sampled: Int
    package var expectedRespondents: Double
    /// Of a share, half its interval.
    package var marginOfError: Double
  }

  /// The columns that make the strata.
  package var columns: [String]
  package var strata: [Line]
  package var areas: [Line]
  package var everyone: Line
}
