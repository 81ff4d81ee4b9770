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
    let full = try weights(specification, table) ?? Array(repeating: 1, count: table.rowCount)
    if specification["combined_weights"]?.flag == false {
      columns = columns.map { zip($0, full).map(*) }
    }
    let factors = specification["rscales"]?.numbers
    let replicates = ReplicateWeights(
      weights: columns, scale: scale(specification, of: columns.count),
      factors: factors?.count == columns.count ? factors : nil,
      centre: specification["mse"]?.flag == true ? .estimate : .mean)
    return try SurveyDesign(
      weights: full, replicates: replicates)
  }

  /// The scale that the case gives, or else the one that goes with its type of replicates.
  private static func scale(_ specification: JSONValue, of count: Int) -> Double {
    if let scale = specification["scale"]?.number { return scale }
    let count = Double(count)
    let rho = specification["fay_rho"]?.number ?? specification["rho"]?.number ?? 0
    switch specification["type"]?.text {
    case "BRR", "Fay": return 1 / (count * (1 - rho) * (1 - rho))
    case "JK1": return (count - 1) / count
    case "bootstrap", "subbootstrap": return 1 / (count - 1)
    default: return 1
    }
  }
}
