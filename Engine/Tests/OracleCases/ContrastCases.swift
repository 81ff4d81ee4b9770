internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// svycontrast of simple estimates, linear or not.
  func contrast(_ call: RExpression) throws -> Answers { answers(try contrasted(call)) }

  /// The contrasts with what the covariance of the estimates leaves of each.
  func contrasted(_ call: RExpression) throws -> NamedEstimates {
    let named = try joint(call.positional[0])
    let (estimates, names) = (named.joint, named.names)
    var contrasts = Self.contrasts(of: call.positional[1])
    if call.argument("add")?.isTrue == true {
      let isNonlinear = contrasts.first?.value.function == "quote"
      contrasts += names.map {
        (
          $0,
          isNonlinear ? .call("quote", [(nil, .name($0))]) : .call("c", [($0, .number(1))])
        )
      }
    }
    var (values, gradients): ([Double], [[Double]]) = ([], [])
    for (_, contrast) in contrasts {
      if contrast.function == "quote" {
        let result = try RDerivative(of: contrast.positional[0], names, estimates.values)
        values.append(result.value)
        gradients.append(result.gradient)
      } else {
        let coefficients = try coefficients(contrast, names)
        values.append(estimates.contrast(coefficients).value)
        gradients.append(coefficients)
      }
    }
    let covariance = estimates.combined(gradients).covariance
    return NamedEstimates(
      names: contrasts.map(\.name), values: values,
      standardErrors: gradients.map { estimates.transformed(to: 0, gradient: $0).standardError },
      covariance: covariance, degreesOfFreedom: estimates.degreesOfFreedom)
  }

  /// The contrasts of a list or of the rows of a matrix, or one, with their names.
  private static func contrasts(
    of expression: RExpression
  ) -> [(name: String, value: RExpression)] {
    if expression.function == "matrix" { return rows(ofMatrix: expression) }
    guard expression.function == "list" || expression.function == "rbind" else {
      return [("contrast", expression)]
    }
    return expression.arguments.enumerated().map { place, argument in
      (argument.label ?? "contrast\(place + 1)", argument.value)
    }
  }

  /// The rows of matrix(c(…), nrow or ncol, byrow).
  private static func rows(ofMatrix matrix: RExpression) -> [(name: String, value: RExpression)] {
    let values = (try? matrix.positional.first?.constants()) ?? []
    let nrow = (try? matrix.argument("nrow")?.constants().first).flatMap(\.self).map { Int($0) }
    let ncol = (try? matrix.argument("ncol")?.constants().first).flatMap(\.self).map { Int($0) }
    let rows = nrow ?? ncol.map { values.count / max($0, 1) } ?? values.count
    let columns = max(values.count / max(rows, 1), 1)
    let isByRow = matrix.argument("byrow")?.isTrue == true
    return (0..<rows).map { row in
      let numbers = (0..<columns).map { column in
        values[isByRow ? row * columns + column : column * rows + row]
      }
      return ("contrast\(row + 1)", .call("c", numbers.map { (nil, .number($0)) }))
    }
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
}
