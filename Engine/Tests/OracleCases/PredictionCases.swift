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
    let (table, count) = try withRows(of: data)
    let rows = try table.modelMatrix(.call("~", [(nil, formula.positional[1])]))
    let family = try family(of: model)
    let isResponse = call.argument("type")?.words == ["response"]
    let coefficients = regression.coefficients
    let results = try (table.rowCount - count..<table.rowCount).map { row in
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

  /// The sample's rows with those of data.frame(…) behind them, so that factors keep their levels.
  private func withRows(of data: RExpression) throws -> (table: DataTable, count: Int) {
    var added: [String: [Double]] = [:]
    for (label, value) in data.arguments {
      guard let label else { continue }
      if let words = value.words {
        let levels = try table.evaluate(.name(label)).asFactor.levels
        added[label] = words.map { levels.firstIndex(of: $0).map(Double.init) ?? .nan }
      } else {
        added[label] = try value.constants()
      }
    }
    let count = added.values.map(\.count).max() ?? 0
    var columns: [String: RColumn] = [:]
    for (name, values) in added {
      let column = try table.evaluate(.name(name))
      columns[name] = RColumn(
        column.kind, column.values + (0..<count).map { values[$0 % values.count] })
    }
    return (DataTable(columns, rowCount: table.rowCount + count), count)
  }
}
