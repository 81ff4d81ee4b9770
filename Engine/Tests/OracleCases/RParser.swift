/// Reads an R expression from its text.
package struct RParser {
  /// The text is not an expression that this parser knows.
  package struct Failure: Error {
    package let text: String
    package let place: Int
  }

  private enum Token: Equatable {
    case number(Double)
    case text(String)
    case name(String)
    case symbol(String)
  }

  private let source: String
  private var tokens: [Token] = []
  private var next = 0

  package static func parse(_ source: String) throws -> RExpression {
    var parser = RParser(source)
    try parser.tokenise()
    let expression = try parser.expression(0)
    guard parser.next == parser.tokens.count else { throw parser.failure }
    return expression
  }

  private init(_ source: String) {
    self.source = source
  }

  private var failure: Failure { Failure(text: source, place: next) }

  private static let symbols = [
    "%in%", "%%", "==", "!=", ">=", "<=", "&&", "||", "<-", "~", "+", "-", "*", "/", "^", ":", ">",
    "<",
    "&", "|", "!", "(", ")", ",", "=", "{", "}", ";",
  ]

  private mutating func tokenise() throws {
    var rest = Substring(source)
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "\"" || first == "'" || first == "`" {
        rest.removeFirst()
        let word = rest.prefix { $0 != first }
        tokens.append(first == "`" ? .name(String(word)) : .text(String(word)))
        rest = rest.dropFirst(word.count + 1)
      } else if first.isNumber || first == "." && rest.dropFirst().first?.isNumber == true {
        try number(&rest)
      } else if first.isLetter || first == "." {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
        rest = rest.dropFirst(word.count)
        if rest.hasPrefix("::") {
          // The package that a function comes from.
          rest = rest.drop { $0 == ":" }
        } else {
          tokens.append(.name(String(word)))
        }
      } else if let symbol = Self.symbols.first(where: { rest.hasPrefix($0) }) {
        tokens.append(.symbol(symbol))
        rest = rest.dropFirst(symbol.count)
      } else {
        throw failure
      }
    }
  }

  private mutating func number(_ rest: inout Substring) throws {
    var length = 0
    var previous: Character = " "
    for character in rest {
      let isExponentSign = (character == "-" || character == "+") && previous == "e"
      guard character.isNumber || character == "." || character == "e" || isExponentSign else {
        break
      }
      length += 1
      previous = character
    }
    guard let value = Double(rest.prefix(length)) else { throw failure }
    tokens.append(.number(value))
    rest = rest.dropFirst(length)
    // The L of a whole number.
    if rest.first == "L" { rest.removeFirst() }
  }

  /// How tightly an operator between two expressions binds; `nil` when it is none.
  private static func strength(_ symbol: String) -> Int? {
    switch symbol {
    case "~": 1
    case "|", "||": 2
    case "&", "&&": 3
    case "==", "!=", ">=", "<=", ">", "<": 5
    case "+", "-": 6
    case "*", "/": 7
    case "%in%", "%%": 8
    case ":": 9
    case "^": 11
    default: nil
    }
  }

  static func isOperator(_ symbol: String) -> Bool { strength(symbol) != nil }

  private mutating func expression(_ floor: Int) throws -> RExpression {
    var left = try prefix()
    while next < tokens.count, case .symbol(let symbol) = tokens[next],
      let strength = Self.strength(symbol), strength > floor
    {
      next += 1
      let right = try expression(symbol == "^" ? strength - 1 : strength)
      left = .call(symbol, [(nil, left), (nil, right)])
    }
    return left
  }

  private mutating func prefix() throws -> RExpression {
    guard next < tokens.count else { throw failure }
    let token = tokens[next]
    next += 1
    switch token {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .symbol("~"): return .call("~", [(nil, try expression(1))])
    case .symbol("!"): return .call("!", [(nil, try expression(4))])
    case .symbol("-"): return .call("-", [(nil, try expression(10))])
    case .symbol("("):
      let inner = try expression(0)
      try expect(")")
      return inner
    case .name(let name):
      guard next < tokens.count, tokens[next] == .symbol("(") else { return .name(name) }
      next += 1
      var inner = try arguments()
      if name == "function" { inner.append((nil, try expression(0))) }
      return .call(name, inner)
    case .symbol: throw failure
    }
  }

  private mutating func arguments() throws -> [(label: String?, value: RExpression)] {
    var arguments: [(label: String?, value: RExpression)] = []
    while next < tokens.count, tokens[next] != .symbol(")") {
      var label: String?
      if next + 1 < tokens.count, tokens[next + 1] == .symbol("=") {
        switch tokens[next] {
        case .name(let word), .text(let word): label = word
        default: throw failure
        }
        next += 2
      }
      arguments.append((label, try expression(0)))
      if next < tokens.count, tokens[next] == .symbol(",") { next += 1 }
    }
    try expect(")")
    return arguments
  }

  private mutating func expect(_ symbol: String) throws {
    guard next < tokens.count, tokens[next] == .symbol(symbol) else { throw failure }
    next += 1
  }
}
