extension DisclosureRules {
  /// The tables of one subject as they may be shown: the only way to a ``ProtectedTable``.
  ///
  /// All tables of a subject must be given together, since they add up to each other: what is
  /// hidden in one must not be worked out from another.
  ///
  /// Percentages are rounded to whole numbers, to one decimal from ``oneDecimalFromBase`` on;
  /// means to one decimal more. Bases are told in bands. A difference is kept when it could be
  /// tested and both its sides are shown; of a change the side in an earlier wave counts as shown
  /// from ``minimumBase`` on. It is rounded like the coarser of them.
  ///
  /// - Parameter tables: every published breakdown of one subject in one wave.
  /// - Returns: one protected table for each given one, in the same order.
  public func protect(_ tables: [EstimatedTable]) -> [ProtectedTable] {
    var statuses = tables.map { PrimarySuppression.statuses(of: $0, by: self) }
    let shapes = tables.map {
      TableShape(dimensions: $0.dimensions, statistics: $0.statistics, keys: $0.rows.map(\.key))
    }
    SecondarySuppression.close(AdditiveLines.all(in: shapes), statuses: &statuses) { place in
      let row = tables[place.table].rows[place.row]
      return (row.base, row.cells[place.statistic].count ?? row.base)
    }
    let everyone = zip(tables, statuses).first { $0.0.dimensions.isEmpty }
    return zip(tables, statuses).map { table, statuses in
      protectedTable(table, statuses, everyone: everyone)
    }
  }

  private func protectedTable(
    _ table: EstimatedTable, _ statuses: [[FigureStatus]],
    everyone: (EstimatedTable, [[FigureStatus]])?
  ) -> ProtectedTable {
    let rows = zip(table.rows, statuses).map { row, statuses in
      ProtectedRow(
        key: row.key, base: band(of: row.base),
        figures: zip(row.cells, statuses).map { cell, status in
          figure(cell, status, decimals: decimals(of: table.measure, base: row.base))
        })
    }
    return ProtectedTable(
      subject: table.subject, measure: table.measure, dimensions: table.dimensions,
      statistics: table.statistics, rows: rows,
      comparisons: comparisons(of: table, rows: rows, everyone: everyone))
  }

  private func comparisons(
    of table: EstimatedTable, rows: [ProtectedRow], everyone: (EstimatedTable, [[FigureStatus]])?
  ) -> [ProtectedComparison] {
    func decimalsOfShown(_ key: [String]) -> Int? {
      guard let headline = rows.first(where: { $0.key == key })?.figures.first else { return nil }
      return headline.status == .shown ? headline.decimals : nil
    }
    func decimalsOfEveryone() -> Int? {
      guard let (table, statuses) = everyone, statuses.first?.first == .shown else { return nil }
      return decimals(of: table.measure, base: table.rows[0].base)
    }
    return table.comparisons.compactMap { comparison in
      guard comparison.adjustedP.isFinite, let first = decimalsOfShown(comparison.first) else {
        return nil
      }
      let other: Int?
      switch comparison.kind {
      case .pair: other = decimalsOfShown(comparison.second)
      case .againstAll: other = decimalsOfEveryone()
      case .change:
        other = comparison.otherBase.flatMap {
          $0 >= minimumBase ? decimals(of: table.measure, base: $0) : nil
        }
      }
      guard let other else { return nil }
      return protected(comparison, table.measure, decimals: min(first, other))
    }
  }

  private func protected(
    _ comparison: EstimatedComparison, _ measure: Measure, decimals: Int
  ) -> ProtectedComparison {
    let places = measure == .proportion ? decimals + 2 : decimals
    return ProtectedComparison(
      kind: comparison.kind, first: comparison.first, second: comparison.second,
      difference: comparison.difference.rounded(toPlaces: places),
      lower: comparison.lower.rounded(toPlaces: places),
      upper: comparison.upper.rounded(toPlaces: places), decimals: decimals,
      isCertain: comparison.adjustedP < level)
  }
}
