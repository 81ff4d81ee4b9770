internal import NumericKernels

/// A number with its derivatives by each of several others, as R's `deriv` finds them.
struct RDerivative {
  var value: Double
  var gradient: [Double]

  /// The value of an expression of named numbers, such as `log(a / b)`.
  ///
  /// - Parameters:
  ///   - expression: made of numbers, names, operators and functions of one number.
  ///   - names: what it may name.
  ///   - values: their values.
  /// - Throws: ``Unsupported``, which names what is not known.
  init(of expression: RExpression, _ names: [String], _ values: [Double]) throws {
    switch expression {
    case .number(let number):
      (value, gradient) = (number, values.map { _ in 0 })
    case .name("pi"):
      (value, gradient) = (.pi, values.map { _ in 0 })
    case .name(let name):
      guard let place = names.firstIndex(of: name) else { throw Unsupported("no \(name)") }
      value = values[place]
      gradient = values.indices.map { $0 == place ? 1 : 0 }
    case .call(let function, let arguments):
      let parts = try arguments.map { try RDerivative(of: $0.value, names, values) }
      self = try Self.applied(function, parts)
    case .text: throw Unsupported("text in a contrast")
    }
  }

  private init(_ value: Double, _ gradient: [Double]) {
    (self.value, self.gradient) = (value, gradient)
  }

  private static func applied(_ function: String, _ parts: [RDerivative]) throws -> RDerivative {
    if parts.count == 1 { return try parts[0].applied(function) }
    guard parts.count == 2 else { throw Unsupported("function \(function)") }
    let (x, y) = (parts[0].value, parts[1].value)
    func combined(_ value: Double, _ a: Double, _ b: Double) -> RDerivative {
      RDerivative(
        value, zip(parts[0].gradient, parts[1].gradient).map { $0 * a + $1 * b })
    }
    switch function {
    case "+": return combined(x + y, 1, 1)
    case "-": return combined(x - y, 1, -1)
    case "*": return combined(x * y, y, x)
    case "/": return combined(x / y, 1 / y, -x / (y * y))
    case "^":
      let power = Elementary.pow(x, y)
      let byExponent = parts[1].gradient.allSatisfy { $0 == 0 } ? 0 : power * Elementary.log(x)
      return combined(power, y * Elementary.pow(x, y - 1), byExponent)
    case ">": return combined(x > y ? 1 : 0, 0, 0)
    case ">=": return combined(x >= y ? 1 : 0, 0, 0)
    case "<": return combined(x < y ? 1 : 0, 0, 0)
    case "<=": return combined(x <= y ? 1 : 0, 0, 0)
    default: throw Unsupported("operator \(function)")
    }
  }

  private func applied(_ function: String) throws -> RDerivative {
    let x = value
    func mapped(_ value: Double, _ slope: Double) -> RDerivative {
      RDerivative(value, gradient.map { $0 * slope })
    }
    switch function {
    case "+", "as.numeric", "as.vector", "unname", "I": return self
    case "-": return mapped(-x, -1)
    case "log": return mapped(Elementary.log(x), 1 / x)
    case "log1p": return mapped(Elementary.log1p(x), 1 / (1 + x))
    case "log2": return mapped(Elementary.log(x) / Elementary.log(2), 1 / (x * Elementary.log(2)))
    case "log10":
      return mapped(Elementary.log(x) / Elementary.log(10), 1 / (x * Elementary.log(10)))
    case "exp": return mapped(Elementary.exp(x), Elementary.exp(x))
    case "expm1": return mapped(Elementary.expm1(x), Elementary.exp(x))
    case "sqrt": return mapped(x.squareRoot(), 0.5 / x.squareRoot())
    case "asin": return mapped(Elementary.asin(x), 1 / (1 - x * x).squareRoot())
    case "acos":
      return mapped(.pi / 2 - Elementary.asin(x), -1 / (1 - x * x).squareRoot())
    case "atan": return mapped(Elementary.atan(x), 1 / (1 + x * x))
    case "sin": return mapped(Elementary.sin(x), Elementary.cos(x))
    case "cos": return mapped(Elementary.cos(x), -Elementary.sin(x))
    case "pnorm":
      return mapped(
        NormalDistribution.cdf(x), Elementary.exp(-x * x / 2) / (2 * Double.pi).squareRoot())
    case "qnorm":
      let z = NormalDistribution.quantile(x)
      return mapped(z, (2 * Double.pi).squareRoot() * Elementary.exp(z * z / 2))
    case "qlogis": return mapped(Elementary.logit(x), 1 / (x * (1 - x)))
    case "plogis":
      let p = Elementary.expit(x)
      return mapped(p, p * (1 - p))
    default: throw Unsupported("function \(function)")
    }
  }
}
