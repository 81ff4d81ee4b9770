/// A hidden figure that a reader can work out, because everything it adds up with is told.
public struct RecoverableFigure: Sendable, Hashable {
  /// The codes of the dimensions of its table.
  public let dimensions: [String]
  /// The key of its row.
  public let key: [String]
  /// The code of its statistic.
  public let statistic: String
}

extension ProtectedTable {
  /// The hidden figures among the tables of one subject that addition gives back.
  ///
  /// Looks at the finished tables only, and so checks the protection independently of how it was
  /// reached. There are none when the protection is right.
  ///
  /// - Parameter tables: all published tables of one subject in one wave.
  /// - Returns: one entry for each figure that stands hidden alone in a sum.
  public static func recoverableFigures(in tables: [ProtectedTable]) -> [RecoverableFigure] {
    let shapes = tables.map {
      TableShape(dimensions: $0.dimensions, statistics: $0.statistics, keys: $0.rows.map(\.key))
    }
    return AdditiveLines.all(in: shapes).compactMap { line in
      let hidden = line.members.filter {
        tables[$0.table].rows[$0.row].figures[$0.statistic].status.isHidden
      }
      guard hidden.count == 1, let place = hidden.first, line.members.count > 1 else { return nil }
      let table = tables[place.table]
      return RecoverableFigure(
        dimensions: table.dimensionCodes, key: table.rows[place.row].key,
        statistic: table.statistics[place.statistic].code)
    }
  }
}
