import Foundation
import SurveyStatistics
import Workflows

extension AnalystReport {
  /// All figures with all their digits: reading the text back gives the same numbers.
  var json: String {
    get throws { try JSONText.of(self) }
  }

  /// One line a figure, comparison or test, comma-separated, with all digits.
  var csv: String {
    let head =
      "kind,subject,by,statistic,domain,second,value,standardError,lower,upper,base,count,"
      + "designEffect,degreesOfFreedom,p," + (isHolm ? "pHolm" : "pAdjusted")
      + ",equivalenceP,wave,standardisedBy,directWeight,designEffectWithReplacement,"
      + "secondStatistic,secondWave,family"
    return (["# " + notice, head] + tables.flatMap(\.csvLines)).joined(separator: "\n") + "\n"
  }

  private var isHolm: Bool {
    tables.allSatisfy { $0.adjustment == FamilyAdjustment.holm.rawValue }
  }
}

extension AnalystReport.Table {
  fileprivate var csvLines: [String] {
    let standard = standardisedBy.joined(separator: "/")
    return estimates.map { csvLine($0, standard) } + differences.map { csvLine($0, standard) }
      + tests.map { csvLine($0, standard) } + covarianceLines(standard)
  }

  /// Each pair of figures once.
  private func covarianceLines(_ standard: String) -> [String] {
    let names = covarianceNames
    return (covariance ?? []).enumerated().flatMap { i, row in
      row[...i].enumerated().map { j, value in
        let (a, b) = (names[i], names[j])
        return line(
          [
            "covariance", a.statistic, a.domain, b.domain, text(value), "", "", "", "", "", "", "",
            "", "", "", a.wave, standard, "", "", b.statistic, b.wave, "",
          ])
      }
    }
  }

  private func csvLine(_ figure: AnalystReport.Figure, _ standard: String) -> String {
    line([
      figure.directWeight == nil && figure.statistic != "pooled" ? "estimate" : "model-based",
      figure.statistic, figure.domain.joined(separator: "/"), "", text(figure.value),
      text(figure.standardError), text(figure.lower), text(figure.upper), "\(figure.base)",
      figure.count.map { "\($0)" } ?? "", text(figure.designEffect),
      text(figure.degreesOfFreedom), text(figure.differingWavesP), "", "",
      figure.wave.map { "\($0)" } ?? "", standard, text(figure.directWeight),
      text(figure.designEffectWithReplacement), "", "", "",
    ])
  }

  private func csvLine(_ pair: AnalystReport.Pair, _ standard: String) -> String {
    line([
      pair.kind.rawValue, pair.statistic, pair.first.joined(separator: "/"),
      pair.second.joined(separator: "/"), text(pair.value), text(pair.standardError),
      text(pair.lower), text(pair.upper), "", "", "", text(pair.degreesOfFreedom), text(pair.p),
      text(pair.pAdjusted), text(pair.equivalenceP), "", standard, "", "", "", "",
      pair.family.map { "\($0)" } ?? "",
    ])
  }

  private func csvLine(_ test: AnalystReport.Test, _ standard: String) -> String {
    let degreesOfFreedom = test.degreesOfFreedom.map { "\($0)" }.joined(separator: "/")
    return line([
      "test", test.name, "", "", text(test.statistic), "", "", "", "", "", "", degreesOfFreedom,
      text(test.p), "", "", "", standard, "", "", "", "", "",
    ])
  }

  /// The kind first, then what every line has, then its own.
  private func line(_ cells: [String]) -> String {
    ([cells[0], subject, by.joined(separator: "/")] + cells.dropFirst())
      .map(\.quotedIfNeeded).joined(separator: ",")
  }

  private func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
}

extension String {
  /// In quotes where a comma, a quote or a line break would spoil a line of values.
  var quotedIfNeeded: String {
    contains { ",\"\r\n".contains($0) } ? "\"" + replacing("\"", with: "\"\"") + "\"" : self
  }
}

/// Values as JSON text in the form that all commands write.
enum JSONText {
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
