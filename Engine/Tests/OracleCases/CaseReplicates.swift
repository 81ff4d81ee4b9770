internal import SurveyStatistics

extension CaseDesign {
  /// A design with the replicate weights in columns rw1, rw2, … of the data.
  static func replicated(_ specification: JSONValue, table: DataTable) throws -> SurveyDesign {
    var columns: [[Double]] = []
    while let column = table.columns["rw\(columns.count + 1)"] { columns.append(column.values) }
    if let names = specification["rep_weights"]?.elements.compactMap(\.text), names.count > 1 {
      columns = try names.map(table.values)
    }
    guard !columns.isEmpty else { throw Unsupported("replicate weights") }
    let factors = specification["rscales"]?.numbers
    let replicates = ReplicateWeights(
      weights: columns, scale: specification["scale"]?.number ?? 1,
      factors: factors?.count == columns.count ? factors : nil,
      centre: specification["mse"]?.flag == true ? .estimate : .mean)
    return try SurveyDesign(
      weights: weights(specification, table) ?? Array(repeating: 1, count: table.rowCount),
      replicates: replicates)
  }
}
