internal import Foundation
internal import NumericKernels

extension DataTable {
  /// The value of a function whose arguments are not all columns; `nil` for any other function.
  func evaluateSpecial(
    _ function: String, _ arguments: [(label: String?, value: RExpression)]
  ) throws -> RColumn? {
    let values = arguments.map(\.value)
    switch function {
    case "cut":
      let column = try evaluate(values[0])
      return try cut(column, .call("cut", arguments))
    case "poly": return try polynomial(values)
    case "relevel":
      let reference = arguments.first { $0.label == "ref" }?.value ?? values.last
      return try evaluate(values[0]).asFactor.relevelled(to: reference?.label ?? "")
    case "factor", "as.factor", "ordered":
      guard let levels = arguments.first(where: { $0.label == "levels" })?.value else {
        return nil
      }
      return try factor(evaluate(values[0]), levels: levels)
    default: return nil
    }
  }

  private func factor(_ column: RColumn, levels: RExpression) throws -> RColumn {
    let wanted = try levels.words ?? levels.constants().map(RColumn.label)
    let old = column.asFactor
    return RColumn(
      .factor(wanted),
      old.values.map { value in
        value.isNaN
          ? .nan : wanted.firstIndex(of: old.levels[Int(value)]).map(Double.init) ?? .nan
      })
  }

  /// cut(x, breaks, labels, right, include.lowest).
  private func cut(_ column: RColumn, _ call: RExpression) throws -> RColumn {
    let isRight = call.argument("right").map(\.isTrue) ?? true
    let includesLowest = call.argument("include.lowest")?.isTrue == true
    guard let given = call.argument("breaks") ?? call.positional.dropFirst().first else {
      throw Unsupported("cut without breaks")
    }
    var breaks = try given.constants().sorted()
    let digits = try call.argument("dig.lab")?.constants().first.map { Int($0) } ?? 3
    if breaks.count == 1 { breaks = Self.equalBreaks(column.values, Int(breaks[0])) }
    let labels = call.argument("labels")?.words ?? Self.labels(breaks, isRight, digits)
    let last = breaks.count - 2
    let places = column.values.map { x -> Double in
      for bin in 0...max(last, 0) {
        let (low, high) = (breaks[bin], breaks[bin + 1])
        let isInside = isRight ? x > low && x <= high : x >= low && x < high
        let isEdge =
          includesLowest
          && (isRight ? bin == 0 && x == low : bin == last && x == high)
        if isInside || isEdge { return Double(bin) }
      }
      return .nan
    }
    return RColumn(.factor(labels), places)
  }

  /// R's breaks for a number of intervals: equally wide, the outermost moved out by a thousandth.
  private static func equalBreaks(_ values: [Double], _ count: Int) -> [Double] {
    let known = values.filter { !$0.isNaN }
    guard let low = known.min(), let high = known.max(), count > 0 else { return [0, 1] }
    let width = high - low
    var breaks = (0...count).map { low + width * Double($0) / Double(count) }
    breaks[0] = low - width / 1000
    breaks[count] = high + width / 1000
    return breaks
  }

  private static func labels(_ breaks: [Double], _ isRight: Bool, _ digits: Int) -> [String] {
    for precision in digits...max(12, digits) {
      let words = breaks.map { RColumn.label($0, digits: precision) }
      if Set(words).count == words.count {
        return (0..<breaks.count - 1).map {
          isRight ? "(\(words[$0]),\(words[$0 + 1])]" : "[\(words[$0]),\(words[$0 + 1]))"
        }
      }
    }
    return (0..<breaks.count - 1).map { "\($0)" }
  }

  /// poly(x, degree): powers made perpendicular to each other and to the lower ones, of length 1.
  private func polynomial(_ arguments: [RExpression]) throws -> RColumn {
    let x = try evaluate(arguments[0]).values
    let degree = try arguments.count > 1 ? Int(arguments[1].constants()[0]) : 1
    guard !x.contains(where: \.isNaN) else { throw Unsupported("poly of missing values") }
    let centre = x.compensatedSum() / Double(x.count)
    let powers = (0...degree).map { power in
      x.map { value in (0..<power).reduce(1.0) { product, _ in product * (value - centre) } }
    }
    return RColumn(
      .columns(
        (1...degree).map { power in
          let left = OrthogonalBasis(columns: Array(powers[..<power]))
            .residual(of: powers[power])
          let length = left.reduce(0) { $0 + $1 * $1 }.squareRoot()
          return left.map { $0 / length }
        }), x)
  }
}

extension RColumn {
  var isFactor: Bool {
    switch kind {
    case .numeric, .columns: false
    case .logical, .factor: true
    }
  }

  /// A number as R writes it, with so many digits at most.
  static func label(_ number: Double, digits: Int) -> String {
    if number.isInfinite { return number > 0 ? "Inf" : "-Inf" }
    return String(format: "%.\(digits)g", number).replacingOccurrences(of: "e+0", with: "e+0")
  }

  /// A number as R writes it: up to 15 digits.
  static func label(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15
      ? String(Int(number)) : label(number, digits: 15)
  }

  /// The factor with another first level.
  func relevelled(to reference: String) -> RColumn {
    guard let place = levels.firstIndex(of: reference) else { return self }
    let order = [place] + levels.indices.filter { $0 != place }
    return RColumn(
      .factor(order.map { levels[$0] }),
      values.map { value in
        value.isNaN ? .nan : Double(order.firstIndex(of: Int(value)) ?? 0)
      })
  }

  /// The factor without the levels that none of some rows has; other columns as they are.
  func dropping(unusedIn rows: [Int]) -> RColumn {
    guard case .factor(let levels) = kind else { return self }
    let used = Set(rows.map { Int(values[$0]) })
    let kept = levels.indices.filter(used.contains)
    guard kept.count < levels.count else { return self }
    return RColumn(
      .factor(kept.map { levels[$0] }),
      values.map { value in
        value.isNaN ? .nan : kept.firstIndex(of: Int(value)).map(Double.init) ?? .nan
      })
  }
}
