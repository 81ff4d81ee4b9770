import SafetyModel

/// Reads the terms of a contrast from its words and signs.
struct ContrastReader {
  private let fault: ContrastFault
  private let tokens: [ContrastToken]
  private var place = 0

  init(_ text: String) throws {
    fault = ContrastFault(text)
    tokens = try ContrastToken.all(in: text)
  }

  mutating func terms() throws -> [Contrast.Term] {
    var terms = [try term(sign: sign() ?? 1)]
    while let token = next {
      guard let sign = sign() else { throw unexpected("sign", token) }
      terms.append(try term(sign: sign))
    }
    return terms
  }

  private var next: ContrastToken? { place < tokens.count ? tokens[place] : nil }

  private func isSign(_ sign: String, ahead: Int = 0) -> Bool {
    place + ahead < tokens.count && tokens[place + ahead].isSign(sign)
  }

  private mutating func take(_ sign: String) -> Bool {
    guard isSign(sign) else { return false }
    place += 1
    return true
  }

  private mutating func sign() -> Double? {
    take("+") ? 1 : take("-") ? -1 : nil
  }

  private mutating func term(sign: Double) throws -> Contrast.Term {
    // Only what stands before a star is a number: groups may be numbers too.
    let isFraction = isSign("/", ahead: 1) && isSign("*", ahead: 3)
    guard isFraction || isSign("*", ahead: 1) else {
      return Contrast.Term(coefficient: sign, figure: try figure())
    }
    var coefficient = sign * (try number())
    if isFraction {
      _ = take("/")
      let column = next?.column ?? 0
      let divisor = try number()
      guard divisor > 0 else {
        throw fault.problem("number", column: column, ["found": String(divisor)])
      }
      coefficient /= divisor
    }
    _ = take("*")
    return Contrast.Term(coefficient: coefficient, figure: try figure())
  }

  private mutating func number() throws -> Double {
    let token = try some("number")
    let isPlain = token.text.allSatisfy { $0.isASCIIDigit || $0 == "." }
    guard token.kind == .word, isPlain, let number = Double(token.text), number.isFinite else {
      throw unexpected("number", token)
    }
    return number
  }

  private mutating func figure() throws -> Contrast.Figure {
    var subject: Contrast.Name?
    var category: Contrast.Name?
    if isSign(":", ahead: 1) || isSign(".", ahead: 1) {
      subject = try name("group")
      if take(".") { category = try name("category") }
      guard take(":") else { throw missing("colon") }
    }
    var group = [try part()]
    while take("/") { group.append(try part()) }
    let wave = take("@") ? try name("wave") : nil
    return Contrast.Figure(subject: subject, category: category, group: group, wave: wave)
  }

  private mutating func part() throws -> Contrast.Part {
    let first = try name("group")
    guard take("=") else { return Contrast.Part(dimension: nil, value: first) }
    return Contrast.Part(dimension: first, value: try name("group"))
  }

  private mutating func name(_ wanted: String) throws -> Contrast.Name {
    let token = try some(wanted)
    guard let name = token.name else { throw unexpected(wanted, token) }
    return name
  }

  /// The next token, which has to be there.
  private mutating func some(_ wanted: String) throws -> ContrastToken {
    guard let token = next else { throw missing(wanted) }
    place += 1
    return token
  }

  private func unexpected(_ wanted: String, _ token: ContrastToken) -> Problems {
    fault.problem(wanted, column: token.column, ["found": token.text])
  }

  /// Something else, or nothing, stands where `wanted` has to.
  private func missing(_ wanted: String) -> Problems {
    if let next { return unexpected(wanted, next) }
    return fault.problem("ends", column: fault.text.count + 1)
  }
}
