/// A moment as HTTP writes it (RFC 9110, 5.6.7), in the form of today and in the two of before.
///
///     Sun, 06 Nov 1994 08:49:37 GMT      Sunday, 06-Nov-94 08:49:37 GMT      Sun Nov  6 08:49:37 1994
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Seconds from 1 January 1970, or `nil` when the text is no such moment.
  static func seconds(_ text: String) -> Int? {
    let words = text.split { $0 == " " || $0 == "," }.map(String.init)
    switch words.count {
    case 6 where words[5] == "GMT":
      return seconds(day: words[1], month: words[2], year: words[3], clock: words[4])
    case 5: return seconds(day: words[2], month: words[1], year: words[4], clock: words[3])
    case 4 where words[3] == "GMT":
      let parts = words[1].split(separator: "-").map(String.init)
      guard parts.count == 3, let short = number(parts[2], 2) else { return nil }
      // Two digits of a year are of this century up to 69, as POSIX reads them.
      let year = String(short < 70 ? 2000 + short : 1900 + short)
      return seconds(day: parts[0], month: parts[1], year: year, clock: words[2])
    default: return nil
    }
  }

  private static func seconds(day: String, month: String, year: String, clock: String) -> Int? {
    let time = clock.split(separator: ":").map(String.init)
    guard time.count == 3, let hour = number(time[0], 2), let minute = number(time[1], 2),
      let second = number(time[2], 2), hour < 24, minute < 60, second <= 60,
      let month = months.firstIndex(of: month), let year = number(year, 4), year >= 1601,
      let day = Int(day), (1...31).contains(day)
    else { return nil }
    return days(year, month + 1, day) * 86_400 + hour * 3600 + minute * 60 + second
  }

  private static func number(_ text: String, _ width: Int) -> Int? {
    guard text.utf8.count == width, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  /// Days from 1 January 1970; Hinnant, *chrono-compatible low-level date algorithms*,
  /// `days_from_civil`.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
