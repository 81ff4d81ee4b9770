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
    func margins(_ variation: MarginVariation) throws -> JointEstimates {
      try design.predictedMargins(
        of: y, across: groups, adjustingFor: columns.map { NumericColumn(values: $0.values) },
        family: family(of: model), within: subset, variation: variation
      ).margins
    }
    let (first, second) = (try margins(.coefficients), try margins(.composition))
    var covariance = first.covariance
    covariance.values = zip(covariance.values, second.covariance.values).map(+)
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
}
