/// What a cell's number format makes of its number (ECMA-376 part 1, 18.8.30 and 18.8.31).
///
/// Spreadsheets keep days, times of day and percentages as plain numbers; only the format says
/// which is which.
enum CellFormat: Hashable {
  case number
  /// 0.125 is shown as 12.5 %.
  case percent
  /// Days since the workbook's first day.
  case moment(hasDay: Bool, hasTime: Bool)
  /// Hours, minutes or seconds that go on beyond a day: `[h]:mm`.
  case duration

  /// The format by its number, with its code when the workbook writes it out.
  init(id: Int, code: String?) {
    if let code {
      self.init(code: code)
      return
    }
    switch id {
    case 9, 10: self = .percent
    case 14...17, 27...31, 34...36, 50...54, 57, 58:
      self = .moment(hasDay: true, hasTime: false)
    case 18...21, 32, 33, 45, 47, 55, 56: self = .moment(hasDay: false, hasTime: true)
    case 22: self = .moment(hasDay: true, hasTime: true)
    case 46: self = .duration
    default: self = .number
    }
  }

  /// Only the part for positive numbers counts, and in it no letter that is merely written out.
  private init(code: String) {
    var letters: Set<Character> = []
    var isQuoted = false
    var bracket: String?
    var isEscaped = false
    for character in code {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if let open = bracket {
        guard character == "]" else {
          bracket = open + String(character).lowercased()
          continue
        }
        if ["h", "hh", "m", "mm", "s", "ss"].contains(open) {
          self = .duration
          return
        }
        bracket = nil
      } else {
        switch character {
        case "\"": isQuoted = true
        case "[": bracket = ""
        // A sign after these stands for itself, or for the space that it takes.
        case "\\", "_", "*": isEscaped = true
        case ";":
          self = CellFormat.of(letters)
          return
        default: letters.insert(Character(character.lowercased()))
        }
      }
    }
    self = CellFormat.of(letters)
  }

  private static func of(_ letters: Set<Character>) -> CellFormat {
    // `General` and `Standard` hold letters of dates.
    if letters.isSuperset(of: "gnr") || letters.isSuperset(of: "str") { return .number }
    let hasTime = !letters.isDisjoint(with: "hs")
    let hasDay = !letters.isDisjoint(with: "dy") || (letters.contains("m") && !hasTime)
    if hasDay || hasTime { return .moment(hasDay: hasDay, hasTime: hasTime) }
    return letters.contains("%") ? .percent : .number
  }
}
