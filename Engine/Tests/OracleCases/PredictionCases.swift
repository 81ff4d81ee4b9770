internal import NumericKernels
internal import SurveyStatistics

extension CaseContext {
  /// predict(svyglm(…), newdata, type) or predict(svyratio(…), total).
  func prediction(_ call: RExpression) throws -> Answers {
    let model = call.positional[0]
    if model.function == "svyratio" {
      let total = try (call.argument("total") ?? call.positional.dropFirst().first)?.constants()
      let ratio = try joint(model)
      let (values, errors) = (
        ratio.values.map { $0 * (total?.first ?? .nan) },
        ratio.standardErrors.map { $0 * (total?.first ?? .nan) }
      )
      return ["estimate": values, "se": errors, "value": values + errors]
    }
    let (regression, columns) = try fitted(model)
    guard let data = call.argument("newdata") ?? call.positional.dropFirst().first,
      data.function == "data.frame"
    else { throw Unsupported("predict without new data") }
    let formula = model.positional[0]
    let rows = try newRows(data).modelMatrix(.call("~", [(nil, formula.positional[1])]))
    let family = try family(of: model)
    let isResponse = call.argument("type")?.words == ["response"]
    let coefficients = regression.coefficients
    let count = rows.first?.values.count ?? 0
    let results = try (0..<count).map { row in
      let gradient = try columns.map { column in
        guard let place = rows.firstIndex(where: { $0.name == column.name }) else {
          throw Unsupported("no column \(column.name) in new data")
        }
        return rows[place].values[row]
      }
      let linear = coefficients.contrast(gradient)
      return isResponse
        ? (family.mean(linear.value), linear.standardError * family.slope(linear.value).magnitude)
        : (linear.value, linear.standardError)
    }
    return ["estimate": results.map(\.0), "se": results.map(\.1), "value": results.map(\.0)]
  }

  /// The table of data.frame(…), with the levels that factors have in the sample.
  private func newRows(_ data: RExpression) throws -> DataTable {
    var columns: [String: RColumn] = [:]
    for (label, value) in data.arguments {
      guard let label else { continue }
      if let words = value.words {
        let levels = try table.evaluate(.name(label)).asFactor.levels
        columns[label] = RColumn(
          .factor(levels), words.map { levels.firstIndex(of: $0).map(Double.init) ?? .nan })
      } else {
        columns[label] = RColumn(.numeric, try value.constants())
      }
    }
    let count = columns.values.map(\.values.count).max() ?? 0
    return DataTable(
      columns.mapValues { column in
        RColumn(column.kind, (0..<count).map { column.values[$0 % column.values.count] })
      }, rowCount: count)
  }
}
