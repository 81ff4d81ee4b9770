import NumericKernels
import SurveyStatistics

/// What happens while somebody waits: replicates of everything, and single tables.
struct Interactive {
  let workload: Workload
  let columns: Columns
  let design: SurveyDesign

  init(path: String) throws {
    workload = try Workload(path: path)
    columns = try Columns(workload)
    design = try columns.elementDesign()
  }

  /// Processor seconds of the whole workload by bootstrap, making the replicates included.
  func bootstrap(replicates: Int) throws -> Double {
    let start = Used.processSeconds
    var random = SeededRandom(seed: 1)
    let replicated = design.bootstrapped(count: replicates, using: &random)
    let tables = try replicated.tabulated(
      columns.items, by: columns.dimensions, in: workload.breakdowns)
    precondition(tables[0][0].standardErrors[0] > 0)
    return Used.processSeconds - start
  }

  /// Milliseconds of one item by two dimensions with all comparisons: the middle and the longest
  /// over all items and pairs of dimensions, each the best of three.
  func crossTables(of design: SurveyDesign) throws -> (middle: Double, longest: Double) {
    var times: [Double] = []
    for item in columns.items {
      for breakdown in workload.breakdowns where breakdown.dimensions.count == 2 {
        let dimensions = breakdown.dimensions.map { columns.dimensions[$0] }
        let best = try (0..<3).map { _ in
          let start = Used.threadSeconds
          let table = try design.tabulated([item], by: dimensions, in: [Breakdown([0, 1])])
          precondition(table[0][0].bases[0] >= 0)
          return Used.threadSeconds - start
        }.min()
        times.append(1000 * (best ?? .nan))
      }
    }
    times.sort()
    return (times[times.count / 2], times[times.count - 1])
  }

  /// The design with its weights calibrated to the first dimension and to the second by the third.
  func calibratedDesign() throws -> SurveyDesign {
    let margins = [
      columns.dimensions[0], try columns.dimensions[1].crossed(with: columns.dimensions[2]),
    ]
    let population = design.weights.reduce(0, +)
    return try design.calibrated(
      to: margins.enumerated().flatMap { number, margin in
        var sizes = [Double](repeating: 0, count: margin.domainCount)
        for (row, code) in margin.codes.enumerated() {
          sizes[Int(code) - 1] += design.weights[row] * (1 + 0.02 * Double(code % 5))
        }
        let scale = population / sizes.reduce(0, +)
        return sizes.enumerated().filter { $1 > 0 }.map { domain, size in
          AuxiliaryTotal(
            margin: "\(number).\(domain + 1)",
            values: margin.codes.map { Int($0) == domain + 1 ? 1 : 0 }, total: size * scale)
        }
      })
  }

  /// The same for a test of independence of two items.
  func independenceTests() throws -> (middle: Double, longest: Double) {
    var times: [Double] = []
    for (first, second) in zip(columns.items, columns.items.dropFirst(7)) {
      let start = Used.threadSeconds
      let test = try design.independenceTest(of: first, and: second)
      precondition(!test.p.isNaN)
      times.append(1000 * (Used.threadSeconds - start))
    }
    times.sort()
    return (times[times.count / 2], times[times.count - 1])
  }
}
