/// Dates and times of SPSS and Stata as texts: `2024-05-06`, `2024-05-06T10:10:10`, `10:10:10`.
///
/// SPSS counts seconds from 14 October 1582; Stata days, or milliseconds, from 1 January 1960.
/// Fractions of a second are cut off.
enum StatisticsDates {
  enum Kind: Equatable { case date, dateAndTime, time }

  /// How a variable's numbers count time.
  struct Scale: Equatable {
    var kind: Kind
    var unitsPerDay: Double
    /// Day 0, counted in days from 1970-01-01.
    var firstDay: Int
  }

  /// The scale of a variable by its format; `nil` when its numbers are just numbers.
  static func scale(format: String) -> Scale? {
    if format.hasPrefix("%") { return stataScale(format) }
    let name = format.uppercased().prefix { $0.isLetter }
    let kinds: [String: Kind] = [
      "DATE": .date, "ADATE": .date, "EDATE": .date, "SDATE": .date, "JDATE": .date,
      "DATETIME": .dateAndTime, "YMDHMS": .dateAndTime, "TIME": .time,
    ]
    return kinds[String(name)].map { Scale(kind: $0, unitsPerDay: 86_400, firstDay: -141_428) }
  }

  private static func stataScale(_ format: String) -> Scale? {
    let name = format.dropFirst().drop { $0 == "-" }
    if name.hasPrefix("td") || name.hasPrefix("d") {
      return Scale(kind: .date, unitsPerDay: 1, firstDay: -3653)
    }
    guard name.hasPrefix("tc") || name.hasPrefix("tC") else { return nil }
    let kind: Kind = name.dropFirst(2).hasPrefix("HH") ? .time : .dateAndTime
    return Scale(kind: kind, unitsPerDay: 86_400_000, firstDay: -3653)
  }

  /// The text of a value, or `nil` when it lies outside the years 1 to 9999.
  static func text(_ value: Double, _ scale: Scale) -> String? {
    let days = (value / scale.unitsPerDay).rounded(.down)
    guard days.magnitude < 4_000_000 else { return nil }
    let rest = (value - days * scale.unitsPerDay) * (86_400 / scale.unitsPerDay)
    let second = min(Int(rest), 86_399)
    if scale.kind == .time {
      guard days >= 0 else { return nil }
      return clock(second + Int(days) * 86_400)
    }
    guard let date = date(daysFrom1970: Int(days) + scale.firstDay) else { return nil }
    return scale.kind == .date ? date : date + "T" + clock(second)
  }

  /// Seconds as `hh:mm:ss`.
  static func clock(_ second: Int) -> String {
    [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }.joined(separator: ":")
  }

  /// A day as `YYYY-MM-DD`.
  ///
  /// Source: Hinnant, *chrono-compatible low-level date algorithms*, `civil_from_days`.
  static func date(daysFrom1970 days: Int) -> String? {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    guard (1...9999).contains(year) else { return nil }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
