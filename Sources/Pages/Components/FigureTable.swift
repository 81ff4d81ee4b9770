package import DisclosureControl
package import Markup
import SafetyModel
import Texts

/// A published table as people read it: one row a domain, one column a dimension and a statistic.
///
/// - Parameters:
///   - table: The table.
///   - reader: Words and dimensions.
///   - allStatistics: Whether the categories are columns too, not only the headline.
/// - Returns: A table element.
package func figureTable(
  _ table: ProtectedTable, _ reader: PictureReader, allStatistics: Bool = false
) -> Fragment {
  let texts = reader.texts
  let statistics = allStatistics ? Array(table.statistics.indices) : [0]
  return element("table") {
    element("caption", .class("visually-hidden")) {
      reader.codebook.subject(table.subject).map { reader.words($0.headline) } ?? table.subject
    }
    element("thead") {
      element("tr") {
        for dimension in table.dimensions {
          element("th", .attribute("scope", "col")) {
            reader.codebook.dimension(dimension.code).map { reader.words($0.label) }
              ?? dimension.code
          }
        }
        if table.dimensions.isEmpty {
          element("th", .attribute("scope", "col")) { texts("page.figure.group") }
        }
        for place in statistics {
          element("th", .class("n"), .attribute("scope", "col")) {
            statisticName(table, place, reader)
          }
        }
        if !allStatistics {
          element("th", .class("n"), .attribute("scope", "col")) { texts("page.figure.interval") }
        }
        element("th", .class("n"), .attribute("scope", "col")) { texts("page.figure.base") }
      }
    }
    element("tbody") {
      for row in table.rows { figureRow(row, table, reader, statistics, allStatistics) }
    }
  }
}

private func figureRow(
  _ row: ProtectedRow, _ table: ProtectedTable, _ reader: PictureReader, _ statistics: [Int],
  _ allStatistics: Bool
) -> Fragment {
  let texts = reader.texts
  return element("tr") {
    for (dimension, value) in zip(table.dimensions, row.key) {
      element("th", .attribute("scope", "row")) {
        reader.teller.label(value, of: dimension.code)
      }
    }
    if row.key.isEmpty {
      element("th", .attribute("scope", "row")) { texts("page.question.everyone") }
    }
    for place in statistics {
      element("td", .class("n")) { cell(row.figures[place], table.measure, texts) }
    }
    if !allStatistics {
      element("td", .class("n")) { texts.interval(row.headline, table.measure) ?? "–" }
    }
    element("td", .class("n")) { texts.base(row.base) }
  }
}

private func cell(_ figure: PublishedFigure, _ measure: Measure, _ texts: Texts) -> Fragment {
  Fragment {
    texts.figure(figure, measure)
    let reason = "common.reason.\(figure.status.rawValue)"
    if texts.has(reason) { element("span", .class("sub")) { texts(reason) } }
  }
}

private func statisticName(_ table: ProtectedTable, _ place: Int, _ reader: PictureReader)
  -> String
{
  let subject = reader.codebook.subject(table.subject)
  let code = table.statistics[place].code
  if code == TableStatistic.headline {
    return table.measure == .mean
      ? reader.texts("page.figure.mean") : reader.texts("page.figure.share")
  }
  return subject?.categories.first { $0.code == code }.map { reader.words($0.label) } ?? code
}

/// Two crossed dimensions as a grid: the outer one down, the inner one across.
package func crossedTable(_ table: ProtectedTable, _ reader: PictureReader) -> Fragment {
  guard table.dimensions.count == 2 else { return figureTable(table, reader) }
  let (outer, inner) = (table.dimensions[0], table.dimensions[1])
  return element("table") {
    element("caption", .class("visually-hidden")) { reader.heading(of: table.dimensions) }
    element("thead") {
      element("tr") {
        element("th", .attribute("scope", "col")) {
          reader.codebook.dimension(outer.code).map { reader.words($0.label) } ?? outer.code
        }
        for value in inner.values {
          element("th", .class("n"), .attribute("scope", "col")) {
            reader.teller.label(value, of: inner.code)
          }
        }
      }
    }
    element("tbody") {
      for first in outer.values {
        element("tr") {
          element("th", .attribute("scope", "row")) { reader.teller.label(first, of: outer.code) }
          for second in inner.values {
            element("td", .class("n")) {
              if let row = table.row([first, second]) {
                cell(row.headline, table.measure, reader.texts)
                if let margin = reader.texts.margin(row.headline, table.measure) {
                  element("span", .class("sub")) { margin }
                }
              } else {
                "–"
              }
            }
          }
        }
      }
    }
  }
}
