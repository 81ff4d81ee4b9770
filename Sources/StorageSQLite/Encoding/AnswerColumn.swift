import Foundation
import Workflows

/// One variable of the answers as it is stored: what it is, and its bytes.
struct AnswerColumn {
  enum Kind: String, CaseIterable {
    case weight, stratum, primaryUnit, populationSize, coded, numeric
  }
  var kind: Kind
  /// The variable's code; empty for the parts of the design.
  var name: String
  /// A JSON list of the category codes; coded columns only.
  var categories: Data?
  var content: Data
}

extension StoredAnswers {
  /// Every variable with its bytes, in the order of kind and then name.
  ///
  /// Throws `storage.unfitAnswers` when a variable has not one value for each row, or a code has
  /// no category.
  func columns() throws -> [AnswerColumn] {
    var columns = [try design(.weight, weights.count, ColumnBytes.encode(weights))]
    if let strata {
      columns.append(try design(.stratum, strata.count, ColumnBytes.encode(strata)))
    }
    if let primaryUnits {
      columns.append(
        try design(.primaryUnit, primaryUnits.count, ColumnBytes.encode(primaryUnits)))
    }
    if let populationSizes {
      columns.append(
        try design(.populationSize, populationSizes.count, ColumnBytes.encode(populationSizes)))
    }
    for (name, column) in codedColumns.sorted(by: { $0.key < $1.key }) {
      guard column.codes.count == rowCount,
        column.codes.allSatisfy({ Int($0) <= column.categories.count })
      else { throw StorageProblem.unfitAnswers(name) }
      columns.append(
        AnswerColumn(
          kind: .coded, name: name, categories: try CanonicalJSON.encode(column.categories),
          content: Data(column.codes)))
    }
    for (name, values) in numericColumns.sorted(by: { $0.key < $1.key }) {
      guard values.count == rowCount else { throw StorageProblem.unfitAnswers(name) }
      columns.append(
        AnswerColumn(kind: .numeric, name: name, content: ColumnBytes.encode(values)))
    }
    return columns
  }

  private func design(_ kind: AnswerColumn.Kind, _ count: Int, _ content: Data) throws
    -> AnswerColumn
  {
    guard count == rowCount else { throw StorageProblem.unfitAnswers(kind.rawValue) }
    return AnswerColumn(kind: kind, name: "", content: content)
  }
}
