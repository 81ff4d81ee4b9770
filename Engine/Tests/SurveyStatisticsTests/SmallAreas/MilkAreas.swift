import Foundation

/// Direct estimates of 43 areas, with what R's sae and an independent script make of them.
struct MilkAreas {
  var direct: [Double] = []
  var samplingVariances: [Double] = []
  var covariates: [[Double]] = []
  /// The columns of R's figures: eblup and mse by REML, then by ML.
  var published: [[Double]] = [[], [], [], []]
  /// The same, exact.
  var exact: [[Double]] = [[], [], [], []]
  /// By method: the variance between areas, the benchmark's move and that move's variance.
  var fits: [String: [Double]] = [:]

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Golden/small-areas")
    var areas: [Int] = []
    for row in try Self.rows(folder.appendingPathComponent("milk.csv")).dropFirst() {
      let cells = row.compactMap(Double.init)
      direct.append(cells[0])
      samplingVariances.append(cells[1] * cells[1])
      areas.append(Int(cells[2]))
      for column in 0..<4 { published[column].append(cells[3 + column]) }
    }
    covariates = [direct.map { _ in 1 }] + (2...4).map { k in areas.map { $0 == k ? 1 : 0 } }
    for row in try Self.rows(folder.appendingPathComponent("exact.csv")) {
      let cells = row.compactMap(Double.init)
      if cells.count == 3 { fits[row[0]] = cells }
      if cells.count == 4 { for column in 0..<4 { exact[column].append(cells[column]) } }
    }
  }

  private static func rows(_ file: URL) throws -> [[String]] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ",").map(String.init) }
  }
}
