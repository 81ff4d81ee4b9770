import Composition
import Foundation
import SafetyModel
import SurveyStatistics
import Workflows

/// Measures the tables that somebody waits for: every item of a published survey by every two of
/// its dimensions crossed, with all comparisons and their tests, from answers in memory.
///
///     TableBenchmark DATA
///
/// With the survey's own weights, and raked once more to the first two dimensions that are known of
/// everybody, so that the uncertainty is that of calibrated weights. Each table is the best of three.
@main
struct TableBenchmark {
  static func main() async throws {
    let data = CommandLine.arguments.dropFirst().first ?? "data/demo"
    let stores = try StorageEngine.sqlite.openForReading(data)
    guard let newest = try await stores.publications.history().max(by: { $0.wave < $1.wave }),
      let publication = try await stores.publications.publication(newest.number),
      let answers = try await stores.answers.answers(of: newest.number)
    else { throw Problems([Problem("storage.notFound", file: data)]) }
    try stores.close()
    let tables = try WaitedTables(codebook: publication.codebook, answers: answers)
    let analysis = try SurveyAnalysis(codebook: publication.codebook, answers: answers)
    try tables.measure(analysis.design, as: "")
    try tables.measure(tables.raked(analysis.design), as: "raked_")
  }
}

/// The items and dimensions of a survey as columns.
struct WaitedTables {
  let items: [SurveyStatistics.CodedColumn]
  let dimensions: [DomainColumn]

  init(codebook: Codebook, answers: StoredAnswers) throws {
    items = try codebook.subjects.compactMap { subject in
      try answers.codedColumns["item.\(subject.code)"].map {
        try SurveyStatistics.CodedColumn(
          codes: $0.codes, categoryCount: subject.categories.count)
      }
    }
    dimensions = try codebook.dimensions.compactMap { dimension in
      try answers.codedColumns["dimension.\(dimension.code)"].map {
        try DomainColumn(codes: $0.codes.map(UInt16.init), domainCount: dimension.values.count)
      }
    }
  }

  /// The sizes of the groups are those that the weights have already.
  func raked(_ design: SurveyDesign) throws -> SurveyDesign {
    try design.raked(
      to: dimensions.filter { !$0.codes.contains(0) }.prefix(2).enumerated().map { place, groups in
        var totals = [Double](repeating: 0, count: groups.domainCount)
        for (code, weight) in zip(groups.codes, design.weights) where code > 0 {
          totals[Int(code) - 1] += weight
        }
        return AuxiliaryMargin(name: "\(place)", groups: groups, totals: totals)
      })
  }

  func measure(_ design: SurveyDesign, as name: String) throws {
    var times: [Duration] = []
    for item in items {
      for first in dimensions.indices {
        for second in dimensions.indices.dropFirst(first + 1) {
          let pair = [dimensions[first], dimensions[second]]
          let runs = try (0..<3).map { _ in
            try ContinuousClock().measure {
              let table = try design.tabulated([item], by: pair, in: [Breakdown([0, 1])])
              precondition(!table[0][0].adjustedP.isEmpty)
            }
          }
          times.append(runs.min() ?? .zero)
        }
      }
    }
    times.sort()
    guard let longest = times.last else { return }
    say("demo_tables_\(name)\(design.rowCount)_count", Double(times.count), "tables")
    say(
      "demo_table_\(name)\(design.rowCount)_median", times[times.count / 2] / .milliseconds(1), "ms"
    )
    say("demo_table_\(name)\(design.rowCount)_longest", longest / .milliseconds(1), "ms")
  }

  private func say(_ name: String, _ value: Double, _ unit: String) {
    print("bench \(name) \((value * 1e3).rounded() / 1e3) \(unit)")
  }
}
