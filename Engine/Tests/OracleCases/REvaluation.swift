internal import NumericKernels

/// What a case asks for that this program does not know.
package struct Unsupported: Error, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }
}

extension DataTable {
  /// The value of an expression for every row.
  package func evaluate(_ expression: RExpression) throws -> RColumn {
    switch expression {
    case .number(let number): return RColumn(.numeric, repeatElement(number))
    case .text(let text): return RColumn(.factor([text]), repeatElement(0))
    case .name("TRUE"), .name("T"): return RColumn(.logical, repeatElement(1))
    case .name("FALSE"), .name("F"): return RColumn(.logical, repeatElement(0))
    case .name("Inf"): return RColumn(.numeric, repeatElement(.infinity))
    case .name("NA"): return RColumn(.numeric, repeatElement(.nan))
    case .name(let name):
      guard let column = columns[name] else { throw Unsupported("no column \(name)") }
      return column
    case .call(let function, let arguments):
      return try evaluateSpecial(function, arguments)
        ?? evaluate(function, arguments.map(\.value))
    }
  }

  private func repeatElement(_ value: Double) -> [Double] {
    Array(repeating: value, count: rowCount)
  }

  private func evaluate(_ function: String, _ arguments: [RExpression]) throws -> RColumn {
    if function == "%in%" { return try isMember(arguments[0], of: arguments[1]) }
    let columns = try arguments.map(evaluate)
    switch (function, columns.count) {
    case ("I", 1), ("as.vector", 1): return columns[0]
    case ("interaction", 2...): return interaction(columns)
    case (":", 2): return crossed(columns[0], columns[1])
    case ("ifelse", 3):
      return RColumn(
        .numeric,
        columns[0].values.indices.map { row in
          let test = columns[0].values[row]
          return test.isNaN ? .nan : columns[test == 1 ? 1 : 2].values[row]
        })
    case ("factor", 1), ("as.factor", 1): return columns[0].asFactor
    case ("as.numeric", 1), ("as.integer", 1): return RColumn(.numeric, columns[0].values)
    case ("is.na", 1): return RColumn(.logical, columns[0].values.map { $0.isNaN ? 1 : 0 })
    case ("!", 1): return RColumn(.logical, columns[0].values.map { 1 - $0 })
    case ("droplevels", 1):
      return columns[0].dropping(unusedIn: (0..<rowCount).filter { !columns[0].values[$0].isNaN })
    case ("as.character", 1): return columns[0].asFactor
    case ("pmin", 2):
      return RColumn(.numeric, zip(columns[0].values, columns[1].values).map(Swift.min))
    case ("pmax", 2):
      return RColumn(.numeric, zip(columns[0].values, columns[1].values).map(Swift.max))
    case ("scale", 1): return scaled(columns[0])
    case ("-", 1): return RColumn(.numeric, columns[0].values.map { -$0 })
    case ("log", 1), ("log10", 1), ("sqrt", 1), ("exp", 1), ("abs", 1), ("round", 1):
      return RColumn(.numeric, try columns[0].values.map { try Self.apply(function, to: $0) })
    case (_, 2): return try combine(function, columns[0], columns[1])
    default: throw Unsupported("function \(function)")
    }
  }

  /// The columns of a:b: every level of one with every level of the other, or a product.
  private func crossed(_ a: RColumn, _ b: RColumn) -> RColumn {
    if a.isFactor, b.isFactor { return interaction([a, b]) }
    return RColumn(
      .columns(
        b.indicators.flatMap { right in
          a.indicators.map { zip($0.values, right.values).map(*) }
        }), a.isFactor ? b.values : a.values)
  }

  /// The values less their mean, in standard deviations.
  private func scaled(_ column: RColumn) -> RColumn {
    let known = column.values.filter { !$0.isNaN }
    let mean = known.compensatedSum() / Double(known.count)
    let squares = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(known.count - 1)).squareRoot()
    return RColumn(.numeric, column.values.map { ($0 - mean) / deviation })
  }

  /// Factors crossed, the first one fastest.
  private func interaction(_ columns: [RColumn]) -> RColumn {
    let factors = columns.map(\.asFactor)
    var levels = [""]
    for (place, factor) in factors.enumerated() {
      levels = factor.levels.flatMap { level in
        levels.map { place == 0 ? level : "\($0).\(level)" }
      }
    }
    let values = (0..<rowCount).map { row in
      factors.reversed().reduce(0.0) { $0 * Double($1.levels.count) + $1.values[row] }
    }
    return RColumn(.factor(levels), values)
  }

  private func isMember(_ value: RExpression, of set: RExpression) throws -> RColumn {
    let column = try evaluate(value)
    let members: Set<Double>
    if let words = set.words {
      members = Set(words.compactMap { column.levels.firstIndex(of: $0).map(Double.init) })
    } else {
      members = Set(try set.constants())
    }
    return RColumn(.logical, column.values.map { members.contains($0) ? 1 : 0 })
  }

  private func combine(_ symbol: String, _ a: RColumn, _ b: RColumn) throws -> RColumn {
    var (x, y) = (a.values, b.values)
    if case .factor(let levels) = a.kind, case .factor(let others) = b.kind {
      // Compare words by their place in one list of both columns' levels.
      let all = Set(levels + others).sorted()
      let place = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, Double($0)) })
      x = x.map { $0.isNaN ? .nan : place[levels[Int($0)]] ?? .nan }
      y = y.map { $0.isNaN ? .nan : place[others[Int($0)]] ?? .nan }
    }
    let pairs = zip(x, y)
    func truth(_ test: (Double, Double) -> Bool) -> RColumn {
      RColumn(.logical, pairs.map { $0.isNaN || $1.isNaN ? .nan : test($0, $1) ? 1 : 0 })
    }
    switch symbol {
    case "+": return RColumn(.numeric, pairs.map { $0 + $1 })
    case "-": return RColumn(.numeric, pairs.map { $0 - $1 })
    case "*": return RColumn(.numeric, pairs.map { $0 * $1 })
    case "/": return RColumn(.numeric, pairs.map { $0 / $1 })
    case "^":
      return RColumn(.numeric, pairs.map { $1 == 2 ? $0 * $0 : Elementary.pow($0, $1) })
    case "%%":
      return RColumn(.numeric, pairs.map { $0 - ($0 / $1).rounded(.down) * $1 })
    case "==": return truth { $0 == $1 }
    case "!=": return truth { $0 != $1 }
    case ">=": return truth { $0 >= $1 }
    case "<=": return truth { $0 <= $1 }
    case ">": return truth { $0 > $1 }
    case "<": return truth { $0 < $1 }
    // Known without the other side: FALSE & NA is FALSE, TRUE | NA is TRUE.
    case "&", "&&": return RColumn(.logical, pairs.map { $0 == 0 || $1 == 0 ? 0 : $0 * $1 })
    case "|", "||": return RColumn(.logical, pairs.map { $0 == 1 || $1 == 1 ? 1 : $0 + $1 })
    default: throw Unsupported("operator \(symbol)")
    }
  }
}

extension RExpression {
  /// The numbers of a constant: a number, a range, or c(…) of them.
  package func constants() throws -> [Double] {
    switch self {
    case .number(let number): return [number]
    case .name("Inf"): return [.infinity]
    case .call("/", let arguments):
      return try zip(arguments[0].value.constants(), arguments[1].value.constants()).map(/)
    case .call("seq", _): return try sequence()
    case .call("rep", let arguments):
      let values = try arguments[0].value.constants()
      let count = try arguments[1].value.constants()[0]
      return (0..<Int(count)).flatMap { _ in values }
    case .call("c", let arguments): return try arguments.flatMap { try $0.value.constants() }
    case .call("-", let arguments) where arguments.count == 1:
      return try arguments[0].value.constants().map { -$0 }
    case .call(":", let arguments):
      let (low, high) = (
        try arguments[0].value.constants()[0], try arguments[1].value.constants()[0]
      )
      return Array(stride(from: low, through: high, by: 1))
    default: throw Unsupported("constant")
    }
  }

  /// seq(from, to, by = …) or seq(from, to, length.out = …).
  private func sequence() throws -> [Double] {
    let ends = try positional.map { try $0.constants()[0] }
    let from = try argument("from")?.constants()[0] ?? ends.first ?? 1
    let to = try argument("to")?.constants()[0] ?? (ends.count > 1 ? ends[1] : from)
    if let count = try argument("length.out")?.constants()[0] ?? argument("length")?.constants()[0]
    {
      let by = (to - from) / (count - 1)
      return (0..<Int(count)).map { from + Double($0) * by }
    }
    let by = try argument("by")?.constants()[0] ?? (ends.count > 2 ? ends[2] : 1)
    return (0...Int((to - from) / by + 1e-10)).map { from + Double($0) * by }
  }

  /// The level that a constant names.
  var label: String? {
    if let word = words?.first { return word }
    return (try? constants().first).flatMap(\.self).map(RColumn.label)
  }

  /// The words of a constant: one, or c(…) of them; `nil` when it is none.
  package var words: [String]? {
    if case .text(let text) = self { return [text] }
    guard function == "c" else { return nil }
    let words = arguments.compactMap { $0.value.words?.first }
    return words.count == arguments.count ? words : nil
  }
}

extension DataTable {
  private static func apply(_ function: String, to x: Double) throws -> Double {
    switch function {
    case "log": Elementary.log(x)
    case "exp": Elementary.exp(x)
    case "log10": Elementary.log(x) / Elementary.log(10)
    case "round": x.rounded(.toNearestOrEven)
    case "sqrt": x.squareRoot()
    case "abs": x.magnitude
    default: throw Unsupported("function \(function)")
    }
  }
}
