/// Where a figure stands among the tables of one subject.
struct FigurePlace: Hashable {
  var table: Int
  var row: Int
  var statistic: Int
}

/// Figures tied by addition: whoever knows all but one of them can work out the last.
struct AdditiveLine {
  /// The sum, if it is among the figures.
  var whole: FigurePlace?
  /// What adds up to the whole.
  var parts: [FigurePlace]

  var members: [FigurePlace] { parts + (whole.map { [$0] } ?? []) }
}

/// The shape of a table, which is the same before and after protection.
struct TableShape {
  var dimensions: [TableDimension]
  var statistics: [TableStatistic]
  var keys: [[String]]
}

/// Finds every addition that a reader can do with the published tables of one subject.
///
/// Two kinds:
/// - within a row, the categories add up to 100 %, and a headline is the sum of its categories;
/// - across rows, the figure of everyone is the mean of the groups' figures, weighted by
///   population sizes that registers make public. A crossed table adds up along each dimension.
enum AdditiveLines {
  static func all(in tables: [TableShape]) -> [AdditiveLine] {
    tables.indices.flatMap { withinRows(of: tables[$0], at: $0) }
      + tables.indices.flatMap { acrossRows(of: $0, in: tables) }
  }

  private static func withinRows(of table: TableShape, at place: Int) -> [AdditiveLine] {
    let statistics = table.statistics
    let categories = statistics.indices.filter {
      statistics[$0].code != TableStatistic.headline && statistics[$0].sumOf.isEmpty
    }
    guard !categories.isEmpty else { return [] }
    var columns: [(whole: Int?, parts: [Int])] = [(nil, categories)]
    for sum in statistics.indices where !statistics[sum].sumOf.isEmpty {
      let parts = categories.filter { statistics[sum].sumOf.contains(statistics[$0].code) }
      let others = categories.filter { !parts.contains($0) }
      columns.append((sum, parts))
      columns.append((nil, others + [sum]))
    }
    return table.keys.indices.flatMap { row in
      columns.map { line in
        AdditiveLine(
          whole: line.whole.map { FigurePlace(table: place, row: row, statistic: $0) },
          parts: line.parts.map { FigurePlace(table: place, row: row, statistic: $0) })
      }
    }
  }

  private static func acrossRows(of place: Int, in tables: [TableShape]) -> [AdditiveLine] {
    let table = tables[place]
    return table.dimensions.indices.flatMap { removed -> [AdditiveLine] in
      let kept = table.dimensions.indices.filter { $0 != removed }
      let groups = Dictionary(grouping: table.keys.indices) { row in
        kept.map { table.keys[row][$0] }
      }
      let margin = tables.firstIndex { other in
        other.dimensions.map(\.code) == kept.map { table.dimensions[$0].code }
      }
      return groups.sorted { $0.value[0] < $1.value[0] }.flatMap { key, rows in
        table.statistics.indices.map { statistic in
          AdditiveLine(
            whole: margin.flatMap { margin in
              tables[margin].keys.firstIndex(of: key).map {
                FigurePlace(table: margin, row: $0, statistic: statistic)
              }
            },
            parts: rows.map { FigurePlace(table: place, row: $0, statistic: statistic) })
        }
      }
    }
  }
}
