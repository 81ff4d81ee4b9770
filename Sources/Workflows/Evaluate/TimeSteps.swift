import SafetyModel
import SurveyStatistics

/// Periods as whole steps of time: months, quarters, halves or whole years, whichever the values are in.
struct TimeSteps {
  /// Steps in a year.
  private let perYear: Int
  /// The step of the deadline.
  let deadline: Int

  /// The finest kind of period among the values decides how long a step is.
  init(_ periods: [Period], deadline: Period) {
    perYear = periods.map(\.stepsPerYear).max() ?? 1
    self.deadline = TimeSteps.step(of: deadline, perYear)
  }

  private static func step(of period: Period, _ perYear: Int) -> Int {
    let month = period.lastDay.month
    return period.lastDay.year * perYear + (month * perYear + 11) / 12 - 1
  }

  /// The points in steps; `nil` when two are in the same step.
  func observations(of points: [IndicatorPoint]) -> [TrendObservation]? {
    let observations = points.compactMap { point in
      point.uncertainty.standardError.map {
        TrendObservation(
          step: Self.step(of: point.period, perYear), value: point.value, standardError: $0)
      }
    }
    let steps = observations.map(\.step)
    return zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 } ? observations : nil
  }

  /// The period that a step is.
  func period(_ step: Int) -> Period {
    let (year, part) = step.quotientAndRemainder(dividingBy: perYear)
    switch perYear {
    case 1: return .year(year)
    case 2: return .halfYear(year, half: part + 1)
    case 4: return .quarter(year, quarter: part + 1)
    default: return .month(year, month: part + 1)
    }
  }
}

extension Period {
  fileprivate var stepsPerYear: Int {
    switch self {
    case .year, .years: 1
    case .halfYear: 2
    case .quarter: 4
    case .month, .day: 12
    }
  }
}
