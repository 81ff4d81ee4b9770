internal import NumericKernels
internal import SurveyStatistics

/// A number with its derivatives by each estimate.
private struct Dual {
  var value: Double
  var gradient: [Double]

  func mapped(_ value: Double, slope: Double) -> Dual {
    Dual(value: value, gradient: gradient.map { $0 * slope })
  }

  static func combined(_ value: Double, _ a: Dual, _ x: Double, _ b: Dual, _ y: Double) -> Dual {
    Dual(value: value, gradient: zip(a.gradient, b.gradient).map { $0 * x + $1 * y })
  }
}

extension CaseContext {
  /// svycontrast of simple estimates, linear or not.
  func contrast(_ call: RExpression) throws -> Answers {
    let results = try contrasted(call)
    return ["estimate": results.values, "se": results.standardErrors]
  }

  /// The contrasts with what the covariance of the estimates leaves of each.
  func contrasted(_ call: RExpression) throws -> NamedEstimates {
    let named = try joint(call.positional[0])
    let (estimates, names) = (named.joint, named.names)
    var contrasts = [call.positional[1]]
    if call.positional[1].function == "list" {
      contrasts = call.positional[1].arguments.map(\.value)
    }
    let results = try contrasts.map { contrast -> Difference in
      if contrast.function == "quote" {
        let dual = try evaluate(contrast.positional[0], names, estimates.values)
        return estimates.transformed(to: dual.value, gradient: dual.gradient)
      }
      return estimates.contrast(try coefficients(contrast, names))
    }
    var covariance = Matrix(rows: results.count, columns: results.count)
    for (i, result) in results.enumerated() {
      covariance[i, i] = result.standardError * result.standardError
    }
    return NamedEstimates(
      names: contrasts.indices.map { "contrast\($0 + 1)" }, values: results.map(\.value),
      standardErrors: results.map(\.standardError), covariance: covariance,
      degreesOfFreedom: estimates.degreesOfFreedom)
  }

  /// The coefficients of a linear contrast: all in order, or some by name.
  private func coefficients(_ contrast: RExpression, _ names: [String]) throws -> [Double] {
    guard contrast.arguments.contains(where: { $0.label != nil }) else {
      return try contrast.constants()
    }
    var coefficients = [Double](repeating: 0, count: names.count)
    for (label, value) in contrast.arguments {
      guard let place = names.firstIndex(of: label ?? "") else { throw Unsupported("contrast") }
      coefficients[place] = try value.constants()[0]
    }
    return coefficients
  }

  private func evaluate(
    _ expression: RExpression, _ names: [String], _ values: [Double]
  ) throws -> Dual {
    switch expression {
    case .number(let number): return Dual(value: number, gradient: values.map { _ in 0 })
    case .name(let name):
      guard let place = names.firstIndex(of: name) else { throw Unsupported("no \(name)") }
      return Dual(
        value: values[place], gradient: values.indices.map { $0 == place ? 1 : 0 })
    case .call(let function, let arguments):
      let duals = try arguments.map { try evaluate($0.value, names, values) }
      return try apply(function, duals)
    case .text: throw Unsupported("text in a contrast")
    }
  }

  private func apply(_ function: String, _ duals: [Dual]) throws -> Dual {
    let a = duals[0]
    let x = a.value
    switch (function, duals.count) {
    case ("-", 1): return a.mapped(-x, slope: -1)
    case ("log", 1): return a.mapped(Elementary.log(x), slope: 1 / x)
    case ("exp", 1): return a.mapped(Elementary.exp(x), slope: Elementary.exp(x))
    case ("asin", 1):
      return a.mapped(Elementary.asin(x), slope: 1 / (1 - x * x).squareRoot())
    case ("sqrt", 1): return a.mapped(x.squareRoot(), slope: 0.5 / x.squareRoot())
    default: break
    }
    guard duals.count == 2 else { throw Unsupported("function \(function)") }
    let b = duals[1]
    let y = b.value
    switch function {
    case "+": return .combined(x + y, a, 1, b, 1)
    case "-": return .combined(x - y, a, 1, b, -1)
    case "*": return .combined(x * y, a, y, b, x)
    case "/": return .combined(x / y, a, 1 / y, b, -x / (y * y))
    case "^":
      return a.mapped(Elementary.pow(x, y), slope: y * Elementary.pow(x, y - 1))
    default: throw Unsupported("operator \(function)")
    }
  }
}
