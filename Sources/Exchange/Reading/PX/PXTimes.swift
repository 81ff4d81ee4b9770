/// What `TIMEVAL` says of the points in time of a variable.
///
///     TIMEVAL("year")=TLIST(A1),"2022","2023";      TIMEVAL("month")=TLIST(M1,"202211"-"202301");
///
/// The words beside them (“November 2022”) are for people; these are for programs.
enum PXTimes {
  private enum Scale: String {
    case year = "A1"
    case half = "H1"
    case quarter = "Q1"
    case month = "M1"

    var partsOfYear: Int {
      switch self {
      case .year: 1
      case .half: 2
      case .quarter: 4
      case .month: 12
      }
    }

    /// What stands between the year and its part, as publishers write it.
    var letter: String {
      switch self {
      case .year: ""
      case .half: "H"
      case .quarter: "Q"
      case .month: "M"
      }
    }
  }

  /// More points in time than any table has.
  private static let most = 10_000

  /// The points as `2022`, `2022H1`, `2022Q1`, `2022M11`; `nil` for weeks and whatever is not
  /// understood.
  static func codes(_ values: [String]) -> [String]? {
    guard let first = values.first, first.hasPrefix("TLIST("), first.hasSuffix(")") else {
      return nil
    }
    let inside = first.dropFirst(6).dropLast()
    let parts = inside.split(separator: ",", maxSplits: 1).map { String($0).trimmingAllBlanks }
    guard let scale = parts.first.flatMap({ Scale(rawValue: $0) }) else { return nil }
    if parts.count == 2 {
      guard values.count == 1 else { return nil }
      return range(parts[1], scale)
    }
    let codes = values.dropFirst().compactMap { number($0, scale).map { code($0, scale) } }
    return codes.count == values.count - 1 ? codes : nil
  }

  /// Every point from the one to the other: `"1994"-"1996"`.
  private static func range(_ text: String, _ scale: Scale) -> [String]? {
    let ends = text.split(separator: "-").map {
      String($0).trimmingAllBlanks.replacing("\"", with: "")
    }
    guard ends.count == 2, let first = number(ends[0], scale), let last = number(ends[1], scale),
      first <= last, last - first < most
    else { return nil }
    return (first...last).map { code($0, scale) }
  }

  /// The parts of years since year 0.
  private static func number(_ text: String, _ scale: Scale) -> Int? {
    let width = scale == .month ? 6 : scale == .year ? 4 : 5
    guard text.utf8.count == width, text.utf8.allSatisfy({ (48...57).contains($0) }),
      let year = Int(text.prefix(4))
    else { return nil }
    guard scale != .year else { return year }
    guard let part = Int(text.dropFirst(4)), (1...scale.partsOfYear).contains(part) else {
      return nil
    }
    return year * scale.partsOfYear + part - 1
  }

  private static func code(_ number: Int, _ scale: Scale) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let year = padded(number / scale.partsOfYear, 4)
    guard scale != .year else { return year }
    return year + scale.letter
      + padded(number % scale.partsOfYear + 1, scale == .month ? 2 : 1)
  }
}
