/// The stretch of time that a figure is about: a day, a month, a year or several years together.
///
/// Written as people and statistical offices do, and read back from the same text:
///
/// | period        | text         |
/// |---------------|--------------|
/// | a year        | `2025`       |
/// | half a year   | `2025-H1`    |
/// | a quarter     | `2025-Q3`    |
/// | a month       | `2025-03`    |
/// | a day         | `2025-09-01` |
/// | years, pooled | `2019/2020`  |
///
/// Periods are ordered by their last day, then by their first: 2025-H2 comes before 2025.
package enum Period: Sendable, Hashable {
  case year(Int)
  /// `half` is 1 or 2.
  case halfYear(Int, half: Int)
  /// `quarter` is 1 to 4.
  case quarter(Int, quarter: Int)
  /// `month` is 1 to 12.
  case month(Int, month: Int)
  case day(Day)
  /// Several whole years that were measured as one, the last later than the first.
  case years(first: Int, last: Int)

  /// Reads the texts of the table above; `nil` for anything else.
  package init?(_ text: String) {
    if let day = Day(text) {
      self = .day(day)
      return
    }
    if text.utf8.contains(47) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, let first = Period.year(of: parts[0]),
        let last = Period.year(of: parts[1]), first < last
      else { return nil }
      self = .years(first: first, last: last)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let start = parts.first, let year = Period.year(of: start), parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2 else {
      self = .year(year)
      return
    }
    self.init(year: year, part: parts[1])
  }

  private init?(year: Int, part: Substring) {
    let number = part.first?.isLetter == true ? part.dropFirst() : part
    guard number.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(number) else {
      return nil
    }
    switch (part.first, part.utf8.count, value) {
    case ("H", 2, 1...2): self = .halfYear(year, half: value)
    case ("Q", 2, 1...4): self = .quarter(year, quarter: value)
    case (_, 2, 1...12) where part == number: self = .month(year, month: value)
    default: return nil
    }
  }

  private static func year(of text: Substring) -> Int? {
    guard text.utf8.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }),
      let year = Int(text), year > 0
    else { return nil }
    return year
  }

  /// The year that the period ends in.
  package var year: Int { lastDay.year }
}

extension Period: CustomStringConvertible {
  package var description: String {
    switch self {
    case .year(let year): Period.digits(year, 4)
    case .halfYear(let year, let half): "\(Period.digits(year, 4))-H\(half)"
    case .quarter(let year, let quarter): "\(Period.digits(year, 4))-Q\(quarter)"
    case .month(let year, let month): "\(Period.digits(year, 4))-\(Period.digits(month, 2))"
    case .day(let day): day.description
    case .years(let first, let last): "\(Period.digits(first, 4))/\(Period.digits(last, 4))"
    }
  }

  private static func digits(_ value: Int, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}

extension Period: Comparable {
  package static func < (a: Period, b: Period) -> Bool {
    if a.lastDay != b.lastDay { return a.lastDay < b.lastDay }
    if a.firstDay != b.firstDay { return a.firstDay < b.firstDay }
    return a.description < b.description
  }
}

extension Period: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let period = Period(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a period")
    }
    self = period
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
