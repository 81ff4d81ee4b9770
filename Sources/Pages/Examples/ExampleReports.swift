import DisclosureControl
import SafetyModel

/// What is told about the invented town's indicators.
enum ExampleReports {
  static func all(_ waves: [Publication]) -> [IndicatorReport] {
    ExampleGoal.goal.indicators.map { indicator in
      switch indicator.code {
      case "unsafe": unsafe(indicator, waves)
      case "citizen-survey": citizens(indicator)
      default: counted(indicator)
      }
    }
  }

  private static func counted(_ indicator: Indicator) -> IndicatorReport {
    let history = IndicatorHistory(stated: indicator)
    return IndicatorReport(
      indicator: indicator, history: history,
      baseline: history.current?.points.first.map { BaselineValue(point: $0, isNew: false) },
      change: nil,
      status: indicator.target.map { .targetNotReached($0, reachedLater: nil) }
        ?? .tooFewPoints(0),
      targets: indicator.targets.map {
        JudgedTarget(target: $0, outcome: .notReached(reachedLater: nil))
      }, outlook: .refused(.deadlinePassed),
      equality: Equality(dimensions: [], answer: .cannotTell), parts: [])
  }

  /// The way of measuring changed in between; women and men are told apart.
  private static func citizens(_ indicator: Indicator) -> IndicatorReport {
    let history = IndicatorHistory(stated: indicator)
    let points = history.current?.points ?? []
    let change = points.first.flatMap { first in
      points.last.map { IndicatorChange(from: first, to: $0) }
    }
    let gaps = [(2022, 0.09), (2023, 0.1), (2024, 0.09), (2025, 0.11)].map { year, gap in
      GapPoint(
        period: .year(year), difference: -gap,
        certainty: .sampled(
          standardError: 0.02, lower: -gap - 0.039, upper: -gap + 0.039, isCertain: true))
    }
    return IndicatorReport(
      indicator: indicator, history: history,
      baseline: points.first.map { BaselineValue(point: $0, isNew: true) }, change: change,
      status: change.map { .certainlyBetter($0) } ?? .tooFewPoints(0),
      targets: indicator.targets.map { JudgedTarget(target: $0, outcome: .ahead) },
      outlook: indicator.target.map { outlook($0, points) } ?? .refused(.noTarget),
      equality: Equality(
        dimensions: [
          EqualityDimension(
            code: "sex", role: .sex, groups: [],
            gaps: [
              EqualityGap(
                first: "women", second: "men", points: gaps,
                development: .noCertainChange(since: .year(2022)))
            ])
        ],
        answer: .groups([
          GroupLeftBehind(
            dimension: "sex", role: .sex, group: "women", comparedWith: "men", worseBy: 0.11,
            development: .noCertainChange(since: .year(2022)))
        ])), parts: [])
  }

  private static func outlook(_ target: IndicatorTarget, _ points: [IndicatorPoint])
    -> OutlookAnswer
  {
    guard let last = points.last else { return .refused(.tooFewPoints(0)) }
    let fan = (last.period.year...target.year).enumerated().map { step, year in
      let middle = last.value + 0.016 * Double(step)
      let spread = 0.012 + 0.014 * Double(step)
      return FanPoint(
        period: .year(year), low: middle - spread * 1.64, lowerQuarter: middle - spread * 0.67,
        middle: middle, upperQuarter: middle + spread * 0.67, high: middle + spread * 1.64)
    }
    return .outlook(
      Outlook(
        target: target, probability: 0.34, words: OutlookWords(probability: 0.34), fan: fan,
        pointCount: points.count))
  }

  /// The survey's own figures, as the newest publication of each wave shows them.
  private static func unsafe(_ indicator: Indicator, _ waves: [Publication]) -> IndicatorReport {
    let history = IndicatorHistory(segments: [
      IndicatorSegment(definition: indicator.definitions[0], points: points(waves, [], []))
    ])
    let all = history.current?.points ?? []
    let change = all.first.flatMap { first in
      all.last.map { IndicatorChange(from: first, to: $0) }
    }
    return IndicatorReport(
      indicator: indicator, history: history,
      baseline: all.first.map { BaselineValue(point: $0, isNew: false) }, change: change,
      status: change.map { .noCertainChange($0) } ?? .tooFewPoints(all.count),
      targets: indicator.targets.map { JudgedTarget(target: $0, outcome: .ahead) },
      outlook: .refused(.tooFewPoints(all.count)),
      equality: Equality(dimensions: [areas(waves, all)], answer: .noneCertain), parts: [])
  }

  private static func points(
    _ waves: [Publication], _ dimensions: [String], _ key: [String]
  ) -> [IndicatorPoint] {
    waves.compactMap { wave in
      guard let table = wave.table("unsafe-dark", by: dimensions), let row = table.row(key)
      else { return nil }
      return IndicatorPoint(
        row.headline, table.measure, period: .year(wave.wave), publication: wave.number)
    }
  }

  private static func areas(_ waves: [Publication], _ all: [IndicatorPoint])
    -> EqualityDimension
  {
    let codes =
      waves.last?.codebook.dimension("area")?.values.map(\.code) ?? []
    let groups = codes.map {
      GroupHistory(category: $0, points: points(waves, ["area"], [$0]))
    }
    let gaps = groups.map { group in
      let pairs = group.points.compactMap { point in
        all.first { $0.period == point.period }.map { IndicatorChange(from: $0, to: point) }
      }
      return EqualityGap(
        first: group.category, second: nil,
        points: pairs.map {
          GapPoint(
            period: $0.second.period, difference: $0.difference, certainty: $0.certainty)
        }, development: .tooFewPoints)
    }
    return EqualityDimension(code: "area", role: .area, groups: groups, gaps: gaps)
  }
}
