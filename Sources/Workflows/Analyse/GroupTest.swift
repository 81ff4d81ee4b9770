import SafetyModel
package import SurveyStatistics

/// A test of all groups of a breakdown at once.
package enum GroupTest: Sendable, Hashable {
  /// Whether an item and the groups are independent; for items.
  case independence(IndependenceStatistic)
  /// Whether the headline or mean is the same in all groups: Wald's test.
  case means

  package var name: String {
    switch self {
    case .independence(let statistic): statistic.rawValue
    case .means: "means"
    }
  }
}

extension SurveyAnalysis {
  /// The outcome of each test; none for everyone together.
  func outcomes(
    of tests: [GroupTest], _ subject: PublishedSubject, by breakdown: [PublishedDimension]
  ) throws -> [AnalystReport.Test] {
    guard !breakdown.isEmpty else { return [] }
    return try tests.compactMap { test in
      switch test {
      case .independence(let statistic):
        subject.kind == .item ? try independence(statistic, subject, by: breakdown) : nil
      case .means: try equality(of: values(of: .subject(subject)), by: breakdown)
      }
    }
  }

  private func independence(
    _ statistic: IndependenceStatistic, _ subject: PublishedSubject,
    by breakdown: [PublishedDimension]
  ) throws -> AnalystReport.Test {
    let groups = try domainColumn(of: breakdown)
    guard groups.domainCount <= 255 else {
      throw Problems([
        Problem(
          "estimate.tooManyGroups",
          arguments: [
            "by": breakdown.map(\.code).joined(separator: " × "),
            "count": String(groups.domainCount),
          ])
      ])
    }
    let test = try design.independenceTest(
      of: codedColumn(of: subject),
      and: SurveyStatistics.CodedColumn(
        codes: groups.codes.map(UInt8.init), categoryCount: groups.domainCount),
      statistic: statistic)
    return AnalystReport.Test(
      name: statistic.rawValue, statistic: test.statistic.ifFinite,
      degreesOfFreedom: test.degreesOfFreedom.filter(\.isFinite), p: test.p.ifFinite)
  }

  /// Groups without a figure take no part.
  func equality(
    of values: NumericColumn, by breakdown: [PublishedDimension]
  ) throws -> AnalystReport.Test {
    let joint = try design.estimate(
      .joined(try members(of: breakdown).map { .mean(of: [values], within: $0) }))
    let used = joint.values.indices.filter { !joint.values[$0].isNaN }
    let contrasts = used.dropFirst().map { place in
      joint.values.indices.map { $0 == used[0] ? -1.0 : $0 == place ? 1 : 0 }
    }
    let test = joint.waldTest(contrasts: contrasts)
    return AnalystReport.Test(
      name: GroupTest.means.name, statistic: test.statistic.ifFinite,
      degreesOfFreedom: [test.numeratorDegreesOfFreedom, test.denominatorDegreesOfFreedom]
        .filter(\.isFinite), p: test.p.ifFinite)
  }

  /// For each group of a breakdown who is in it.
  func members(of breakdown: [PublishedDimension]) throws -> [[Bool]] {
    let domains = try domainColumn(of: breakdown)
    return (1...max(1, domains.domainCount)).map { code in
      domains.codes.map { Int($0) == code }
    }
  }
}
