import Foundation
import SafetyModel
import Workflows

/// The answers behind one publication as they are stored.
struct AnswerRecord {
  var rowCount: Int
  var lonelyUnit: String
  var columns: [AnswerColumn]

  init(rowCount: Int, lonelyUnit: String, columns: [AnswerColumn]) {
    self.rowCount = rowCount
    self.lonelyUnit = lonelyUnit
    self.columns = columns
  }

  init(_ answers: StoredAnswers) throws {
    self.init(
      rowCount: answers.rowCount, lonelyUnit: answers.lonelyUnit.rawValue,
      columns: try answers.columns())
  }

  /// SHA-256 over everything in the record; the order of the columns does not matter.
  func hash() -> Data {
    var hash = FieldHash("trygghet answers 1")
    hash.add(ContentHash.littleEndian(rowCount))
    hash.add(Data(lonelyUnit.utf8))
    // By bytes: the order must not depend on how a language sorts its letters.
    let ordered = columns.sorted {
      ($0.kind.rawValue + "\0" + $0.name).utf8
        .lexicographicallyPrecedes(($1.kind.rawValue + "\0" + $1.name).utf8)
    }
    for column in ordered {
      hash.add(Data(column.kind.rawValue.utf8))
      hash.add(Data(column.name.utf8))
      hash.add(column.categories ?? Data())
      hash.add(column.content)
    }
    return hash.value()
  }

  /// The answers, or `nil` when the bytes are not answers.
  func answers() -> StoredAnswers? {
    guard let lonelyUnit = LonelyUnitChoice(rawValue: lonelyUnit) else { return nil }
    var answers = StoredAnswers(
      rowCount: rowCount, weights: [], strata: nil, primaryUnits: nil, populationSizes: nil,
      lonelyUnit: lonelyUnit, codedColumns: [:], numericColumns: [:])
    for column in columns {
      guard answers.take(column) else { return nil }
    }
    return answers.weights.count == rowCount ? answers : nil
  }
}

extension StoredAnswers {
  /// Puts a column in its place; `false` when its bytes do not fit.
  fileprivate mutating func take(_ column: AnswerColumn) -> Bool {
    switch column.kind {
    case .weight:
      weights = ColumnBytes.doubles(column.content, count: rowCount) ?? []
      return weights.count == rowCount
    case .stratum:
      strata = ColumnBytes.integers(column.content, count: rowCount)
      return strata != nil
    case .primaryUnit:
      primaryUnits = ColumnBytes.integers(column.content, count: rowCount)
      return primaryUnits != nil
    case .populationSize:
      populationSizes = ColumnBytes.doubles(column.content, count: rowCount)
      return populationSizes != nil
    case .coded:
      guard column.content.count == rowCount, let list = column.categories,
        let categories = try? CanonicalJSON.decode([String].self, from: list)
      else { return false }
      codedColumns[column.name] = StoredCodes(
        categories: categories, codes: [UInt8](column.content))
      return true
    case .numeric:
      numericColumns[column.name] = ColumnBytes.doubles(column.content, count: rowCount)
      return numericColumns[column.name] != nil
    }
  }
}
