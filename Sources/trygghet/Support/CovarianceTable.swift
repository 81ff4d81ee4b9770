import Foundation
import Texts
import Workflows

extension AnalystReport.Table {
  /// What the rows and columns of the covariance are about: the figures, or the contrasts.
  var covarianceNames: [(statistic: String, domain: String, wave: String)] {
    guard estimates.isEmpty else {
      return estimates.map {
        ($0.statistic, $0.domain.joined(separator: "/"), $0.wave.map { "\($0)" } ?? "")
      }
    }
    return differences.map { ($0.statistic, $0.first.joined(separator: "/"), "") }
  }

  /// The covariance in columns, for the screen: the lower half, with numbers for the columns.
  func covarianceLines(in texts: Texts) -> [String] {
    guard let covariance else { return [] }
    let names = covarianceNames.enumerated().map { place, name in
      let parts = [
        name.domain.isEmpty ? texts("command.estimate.everyone") : name.domain,
        name.statistic, name.wave,
      ]
      return "\(place + 1) "
        + parts.filter { !$0.isEmpty }.map { escapedForTerminal($0) }
        .joined(separator: " ")
    }
    let head = [texts("command.estimate.covariance")] + names.indices.map { "\($0 + 1)" }
    let rows = covariance.enumerated().map { i, row in
      [names[i]] + row.enumerated().map { j, value in j > i ? "" : scientific(value, texts) }
    }
    return ColumnText.aligned([head] + rows)
  }

  /// Variances differ too much in size for a number of decimals.
  private func scientific(_ value: Double?, _ texts: Texts) -> String {
    guard let value else { return "–" }
    if value == 0 { return "0" }
    return String(format: "%.4e", value).replacing(".", with: texts("language.decimalMark"))
  }
}
