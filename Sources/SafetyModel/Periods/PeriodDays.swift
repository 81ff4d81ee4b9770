extension Period {
  /// The first day of the period.
  package var firstDay: Day {
    switch self {
    case .year(let year), .years(let year, _): Day(year: year, month: 1, day: 1)
    case .halfYear(let year, let half): Day(year: year, month: half * 6 - 5, day: 1)
    case .quarter(let year, let quarter): Day(year: year, month: quarter * 3 - 2, day: 1)
    case .month(let year, let month): Day(year: year, month: month, day: 1)
    case .day(let day): day
    }
  }

  /// The last day of the period.
  package var lastDay: Day {
    switch self {
    case .year(let year), .years(_, let year): Day(year: year, month: 12, day: 31)
    case .halfYear(let year, let half): Day(lastOf: half * 6, in: year)
    case .quarter(let year, let quarter): Day(lastOf: quarter * 3, in: year)
    case .month(let year, let month): Day(lastOf: month, in: year)
    case .day(let day): day
    }
  }

  /// The middle of the period as a number of years, for distances in time: 2025 gives 2025.5.
  package var middleInYears: Double {
    (Double(firstDay.ordinal) + Double(lastDay.ordinal) + 1) / 2 / 365.2425 + Period.epoch
  }

  /// The year 1 begins at 1.0 on this scale, with years of the calendar's mean length.
  private static let epoch = 1.0

  /// Whether every day of the other period lies in this one.
  package func covers(_ other: Period) -> Bool {
    firstDay <= other.firstDay && other.lastDay <= lastDay
  }
}

extension Day {
  /// Days since the first of January of the year 1, which is 0, in the Gregorian calendar.
  package var ordinal: Int {
    let before = year - 1
    let leapDays = before / 4 - before / 100 + before / 400
    let months = (1..<month).reduce(0) { $0 + Day.days(in: $1, of: year) }
    return before * 365 + leapDays + months + day - 1
  }
}
