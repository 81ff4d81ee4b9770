import SafetyModel

/// The sampling design of the answers, row by row as they stand in the data file.
struct DesignColumns {
  /// NaN is missing or no number.
  var weights: [Double]
  /// Rows from 0 whose weight is a text that is no number.
  var weightNotNumbers: [Int]
  /// `nil` when the sample was not stratified.
  var strata: CrossedColumn?
  /// `nil` when persons were drawn directly.
  ///
  /// A unit belongs to its stratum: the same number in two strata is two units.
  var primaryUnits: CrossedColumn?
  /// At the first stage; `nil` without finite population correction.
  var populationSizes: NumberColumn?
  /// Below the first, outermost first.
  var laterStages: [(units: CrossedColumn, populationSizes: NumberColumn?)] = []

  init(_ design: DesignDescription, columns: AnswerColumns) {
    let rowCount = columns.rowCount
    let weight = design.weightColumn.flatMap(columns.numbers)
    weights = weight?.values ?? Array(repeating: 1, count: rowCount)
    weightNotNumbers = weight?.notNumbers ?? []
    let strataColumns = design.strataColumns.compactMap(columns.column)
    if !strataColumns.isEmpty { strata = CrossedColumn(strataColumns, rowCount: rowCount) }
    if let unit = design.clusterColumns.first.flatMap(columns.column) {
      primaryUnits = CrossedColumn(strataColumns + [unit], rowCount: rowCount)
    }
    populationSizes = design.populationSizeColumns.first.flatMap(columns.numbers)
    for (place, name) in design.clusterColumns.enumerated().dropFirst() {
      guard let unit = columns.column(name) else { continue }
      let sizes = design.populationSizeColumns
      laterStages.append(
        (
          CrossedColumn([unit], rowCount: rowCount),
          place < sizes.count ? columns.numbers(sizes[place]) : nil
        ))
    }
  }

  /// Rows from 0 that have a weight; the others are refused or left out.
  var weightedRows: [Int] { weights.indices.filter { !weights[$0].isNaN } }
}
