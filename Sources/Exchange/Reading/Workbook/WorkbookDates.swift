/// Days and times of spreadsheets as texts: `2024-05-06`, `2024-05-06T10:10:10`, `10:10:10`.
///
/// Days are counted from 1900 or from 1904. In the former system 1 is 1 January 1900, and 60 is
/// 29 February 1900, a day that never was: a mistake of 1983 that is kept to this day. So from
/// 1 March 1900 on the count is one too high, and 60 is refused.
struct WorkbookDates: Hashable {
  /// Whether the workbook counts from 1 January 1904, as 0.
  var isFrom1904 = false

  private static let millisecondsPerDay = 86_400_000.0
  /// 1 January 1904, counted from 1 January 1970.
  private static let first1904 = -24_107
  /// 30 December 1899: the day before 1 January 1900 by the count after February.
  private static let first1900 = -25_569

  /// The text of a number in a format, or `nil` when no calendar has such a moment.
  func text(_ number: Double, _ format: CellFormat) -> String? {
    guard number.isFinite, number >= 0, number < 3_000_000 else { return nil }
    var day = Int(number)
    var millisecond = ((number - Double(day)) * WorkbookDates.millisecondsPerDay).rounded()
    if millisecond >= WorkbookDates.millisecondsPerDay {
      day += 1
      millisecond = 0
    }
    let clock = StatisticsDates.clock(Int(millisecond) / 1000)
    switch format {
    case .number, .percent: return nil
    case .duration: return StatisticsDates.clock(day * 86_400 + Int(millisecond) / 1000)
    case .moment(let hasDay, let hasTime):
      // Before the first day there is only a time of day.
      if day == 0, !(isFrom1904 && hasDay) { return hasTime ? clock : nil }
      guard let date = date(day) else { return nil }
      return millisecond == 0 ? date : date + "T" + clock
    }
  }

  private func date(_ day: Int) -> String? {
    if isFrom1904 {
      return StatisticsDates.date(daysFrom1970: day + WorkbookDates.first1904)
    }
    guard day > 0, day != 60 else { return nil }
    return StatisticsDates.date(daysFrom1970: day + WorkbookDates.first1900 + (day < 60 ? 1 : 0))
  }
}
