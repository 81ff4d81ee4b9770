import Foundation
import Testing

/// Designs and weightings that a study file describes, estimated by the program as R does.
///
/// The figures are those of R survey 4.5 in `oracle/dev`, which lies beside the repository with its
/// data; they are not part of it.
@Suite(.enabled(if: RFigures.areThere, "R's figures are not beside the repository"))
struct StudyDesignTests {
  private static let school = "E: 4421, H: 755, M: 1018"
  private static let clusters = """
      weight: pw
      clusters: [dnum]
      population-sizes: [fpc]

    """

  private static func calibrated(_ lines: String) -> String {
    clusters + "  calibration:\n" + lines.split(separator: "\n").map { "    \($0)\n" }.joined()
  }

  private static let regression = """
    margins: {stype: {column: stype, totals: {\(school)}}}
    numbers: {api99: {column: api99, total: 3914069}}
    """

  /// R's name of the design and the same in a study file.
  static let designs: [(String, String)] = [
    ("apiclus1_fpc", clusters),
    ("apistrat_fpc", "  weight: pw\n  strata: [stype]\n  population-sizes: [fpc]\n"),
    (
      "fpc_clus",
      "  weight: weight\n  strata: [stratid]\n  clusters: [psuid]\n  population-sizes: [Nh]\n"
    ),
    (
      "c1_post",
      calibrated(
        "method: post-stratification\nmargins: {stype: {column: stype, totals: {\(school)}}}")
    ),
    (
      "c1_rake",
      calibrated(
        "margins: {stype: {column: stype, totals: {\(school)}}, wide: {column: sch.wide, totals: {No: 1072, Yes: 5122}}}"
      )
    ),
    ("c1_greg", calibrated("method: linear\n" + regression)),
    ("c1_calrake", calibrated("method: raking\n" + regression)),
    ("c1_callogit", calibrated("method: logit\nbounds: [0.4, 2.5]\n" + regression)),
    ("c1_calbound", calibrated("method: linear\nbounds: [0.5, 2]\n" + regression)),
    (
      "c1_aggr",
      calibrated(
        "method: linear\nlevel: cluster\nmargins: {stype: {column: stype, totals: {\(school)}}}")
    ),
    ("rep_jk1", ""), ("rep_jkn", ""), ("rep_boot", ""), ("rep_scd_brr", ""),
  ]

  @Test("give R's means and totals with R's standard errors", arguments: designs)
  func figures(name: String, design: String) throws {
    let figures = try RFigures(name)
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "design-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let rows = try String(contentsOf: figures.data, encoding: .utf8)
      .split(whereSeparator: \.isNewline)
    // Every study has an item; here it is a column of ones and twos beside R's data.
    let lines = rows.enumerated().map { "\($1),\($0 == 0 ? "q" : String($0 % 2 + 1))" }
    try Data(lines.joined(separator: "\n").utf8).write(to: directory.appending(path: "data.csv"))
    let file = directory.appending(path: "study.yaml")
    let text = design.isEmpty ? figures.replicates : design
    try Data(MinimalStudy.text(design: text).utf8).write(to: file)
    #expect(figures.cases.count > 0)
    for known in figures.cases {
      for (place, variable) in known.names.enumerated() {
        let outcome = try Program.run(
          "estimate", file.path, "--variables", variable, "--statistic", known.statistic,
          "--format", "csv")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let cells =
          outcome.output.split(separator: "\n").last?
          .split(separator: ",", omittingEmptySubsequences: false) ?? []
        let (value, error) = (Double(cells[6]) ?? .nan, Double(cells[7]) ?? .nan)
        let (wanted, wantedError) = (known.estimate[place], known.se[place])
        #expect(abs(value / wanted - 1) < 1e-7, "\(variable): \(value), R: \(wanted)")
        // A calibrated total has no error but rounding.
        #expect(
          abs(error - wantedError) < 1e-7 * wantedError + 1e-9 * abs(wanted),
          "\(variable): \(error), R: \(wantedError)")
      }
    }
  }
}

/// What R computed of one design, without domains and missing values.
private struct RFigures {
  struct Case {
    var statistic: String
    var names: [String]
    var estimate: [Double]
    var se: [Double]
  }

  static let folder = Program.root.deletingLastPathComponent().appending(path: "shared/oracle")
  static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  let data: URL
  /// The replicates as a study file tells them.
  var replicates = ""
  var cases: [Case] = []

  init(_ name: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: "dev/\(name).json"))
    let whole = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
    let all = try #require(whole?["cases"] as? [[String: Any]])
    data = Self.folder.appending(path: try #require(all.first?["dataset"] as? String))
    let design = try #require(all.first?["design"] as? [String: Any])
    if let kind = design["type"] as? String, let count = design["n_reps"] as? Int {
      let factors = (design["rscales"] as? [Double] ?? []).map { "\($0)" }
      let scale = design["scale"] as? Double ?? 1
      replicates = """
          weight: \(design["weights"] as? String ?? "")
          replicates:
            type: \(kind)
            columns: [rw1..rw\(count)]
            scale: \(scale)
            factors: [\(factors.joined(separator: ", "))]
            mse: \(design["mse"] as? Bool ?? false)
        """
    }
    let statistics = ["svymean": "mean", "svytotal": "total"]
    let header = try String(contentsOf: data, encoding: .utf8)
      .prefix { !$0.isNewline }.split(separator: ",").map { $0.filter { $0 != "\"" } }
    for known in all {
      guard let call = known["call"] as? [String: Any],
        let results = known["results"] as? [String: Any],
        let statistic = (call["fn"] as? String).flatMap({ statistics[$0] }),
        (known["r_call"] as? String)?.contains("subset") == false,
        let names = Self.list(results["names"]) as [String]?,
        let estimate = Self.list(results["estimate"]) as [Double]?,
        let se = Self.list(results["se"]) as [Double]?,
        names.count == estimate.count, names.count == se.count,
        names.allSatisfy(header.contains)
      else { continue }
      cases.append(Case(statistic: statistic, names: names, estimate: estimate, se: se))
    }
  }

  /// A list, or the only one of its entries.
  private static func list<Entry>(_ value: Any?) -> [Entry]? {
    value as? [Entry] ?? (value as? Entry).map { [$0] }
  }
}
