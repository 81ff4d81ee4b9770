internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// svypredmeans(svyglm(y ~ x, D), ~group): groups in the order that they occur in the data.
  ///
  /// R adds the variance of the margins with fixed composition to that with fixed coefficients.
  func predictedMeans(_ call: RExpression) throws -> NamedEstimates {
    let arguments = call.positional
    guard arguments.count > 1, arguments[0].function == "svyglm",
      let term = arguments[1].positional.last
    else { throw Unsupported("svypredmeans of a name") }
    let model = arguments[0]
    let subset = try rows(of: model.positional.count > 1 ? model.positional[1] : nil)
    let formula = model.positional[0]
    let factor = try table.evaluate(term).asFactor
    let groups = try DomainColumn(
      codes: factor.values.map { $0.isNaN ? 0 : UInt16($0) + 1 }, domainCount: factor.levels.count)
    let columns = try table.modelMatrix(formula).filter { $0.name != "(Intercept)" }
    let y = NumericColumn(values: try table.evaluate(formula.positional[0]).values)
    let result = try design.predictedMargins(
      of: y, across: groups, adjustingFor: columns.map { NumericColumn(values: $0.values) },
      family: family(of: model), within: subset, variation: .composition)
    let first = result.margins
    let covariance = Self.sum(of: first.covariance, and: result)
    let named = NamedEstimates(
      names: factor.levels, values: first.values,
      standardErrors: covariance.diagonal.map { $0.squareRoot() }, covariance: covariance,
      degreesOfFreedom: first.degreesOfFreedom)
    var order: [Int] = []
    for (row, code) in groups.codes.enumerated()
    where code > 0 && (subset?[row] ?? true) && !order.contains(Int(code) - 1) {
      order.append(Int(code) - 1)
    }
    return named.picked(order)
  }

  /// What the composition and the coefficients add to the covariance, each with the other fixed.
  private static func sum(of composition: Matrix, and margins: PredictedMargins) -> Matrix {
    let coefficients = margins.regression.coefficients
    let known = coefficients.values.indices.filter { !coefficients.values[$0].isNaN }
    let covariance = coefficients.covariance.block(rows: known, columns: known)
    var result = composition
    for (i, a) in margins.slopes.enumerated() where !a.isEmpty {
      let product = covariance * known.map { a[$0] }
      for (j, b) in margins.slopes.enumerated() where !b.isEmpty {
        result[i, j] += zip(known, product).reduce(0) { $0 + b[$1.0] * $1.1 }
      }
    }
    return result
  }
}
