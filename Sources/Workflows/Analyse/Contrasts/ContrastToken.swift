import SafetyModel

/// A word, a name in quotes, or a sign of a contrast.
struct ContrastToken: Hashable {
  enum Kind: Hashable { case word, quoted, sign }

  let kind: Kind
  let text: String
  /// The first character is 1.
  let column: Int

  var name: Contrast.Name? {
    kind == .sign ? nil : Contrast.Name(text: text, column: column, isQuoted: kind == .quoted)
  }

  func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }

  /// Takes a text apart.
  ///
  /// - Throws: `Problems` for a character that has no meaning, or a quote that is not closed.
  static func all(in text: String) throws -> [ContrastToken] {
    let characters = Array(text)
    var tokens: [ContrastToken] = []
    var place = 0
    while place < characters.count {
      let character = characters[place]
      if character.isWhitespace {
        place += 1
      } else if let token = try token(characters, at: place, text) {
        tokens.append(token.token)
        place = token.end
      } else {
        throw ContrastFault(text).problem(
          "character", column: place + 1, ["found": String(character)])
      }
    }
    return tokens
  }

  private static func token(
    _ characters: [Character], at start: Int, _ text: String
  ) throws -> (token: ContrastToken, end: Int)? {
    let first = characters[start]
    if let sign = signs[first] {
      return (ContrastToken(kind: .sign, text: sign, column: start + 1), start + 1)
    }
    if first == "\"" || first == "'" {
      guard let close = characters[(start + 1)...].firstIndex(of: first) else {
        throw ContrastFault(text).problem("unclosedQuote", column: start + 1)
      }
      let inside = String(characters[(start + 1)..<close])
      return (ContrastToken(kind: .quoted, text: inside, column: start + 1), close + 1)
    }
    guard isOfWord(first) else { return nil }
    let end = endOfWord(characters, from: start)
    let word = String(characters[start..<end])
    return (ContrastToken(kind: .word, text: word, column: start + 1), end)
  }

  /// What is printed for a minus and a crossing is read as well as what a keyboard has.
  private static let signs: [Character: String] = [
    "+": "+", "-": "-", "−": "-", "*": "*", "·": "*", "/": "/", "×": "/", ":": ":", "@": "@",
    "=": "=", ".": ".",
  ]

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  /// A hyphen between letters or digits is part of a word; a point between digits, of a number.
  private static func endOfWord(_ characters: [Character], from start: Int) -> Int {
    var end = start
    while end < characters.count {
      let isInside = end > start && end + 1 < characters.count && isOfWord(characters[end + 1])
      let isHyphen = isInside && characters[end] == "-"
      let isPoint =
        isInside && characters[end] == "." && characters[end + 1].isASCIIDigit
        && characters[start..<end].allSatisfy(\.isASCIIDigit)
      guard isOfWord(characters[end]) || isHyphen || isPoint else { break }
      end += 1
    }
    return end
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}

/// What is told of a contrast that cannot be read or resolved: its text, and where in it.
struct ContrastFault {
  let text: String

  init(_ text: String) { self.text = text }

  func problem(
    _ key: String, column: Int, _ arguments: [String: String] = [:]
  ) -> Problems {
    let place = ["text": text, "column": String(column)]
    return Problems([
      Problem("contrast.\(key)", arguments: arguments.merging(place) { $1 })
    ])
  }
}
