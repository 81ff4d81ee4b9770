import Foundation
import Testing

/// `trygghet estimate` on the invented municipality, as an analyst runs it.
@Suite("The command estimate")
struct EstimateCommandTests {
  private static let directory: String? = {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "estimate-\(ProcessInfo.processInfo.globallyUniqueString)").path
    let outcome = try? Program.run("example", path)
    return outcome?.status == 0 ? path : nil
  }()

  private func study(_ year: Int = 2025) throws -> String {
    try #require(Self.directory) + "/studies/trygghet-\(year).yaml"
  }

  private func lines(_ arguments: String...) throws -> [[String]] {
    let outcome = try Program.run(
      ["estimate", try study(), "--format", "csv"] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").dropFirst(2)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test("compares by ratio, tests all groups, and takes differences apart")
  func comparisons() throws {
    let lines = try lines(
      "--items", "unsafe-late", "--by", "sex", "--compare", "ratio", "--test", "chisq", "--test",
      "means", "--decompose", "age")
    let kinds = Set(lines.map { $0[0] })
    #expect(kinds == ["estimate", "ratio", "composition", "rate", "test"])
    let ratio = try #require(lines.first { $0[0] == "ratio" && $0[3] == "headline" })
    func share(_ sex: String) throws -> Double {
      let line = lines.first { $0[3] == "headline" && $0[4] == sex && $0[0] == "estimate" }
      return try #require(line.flatMap { Double($0[6]) })
    }
    let parts = try (share("women"), share("men"))
    #expect(abs(try #require(Double(ratio[6])) - parts.0 / parts.1) < 1e-12)
    #expect(lines.filter { $0[0] == "test" }.map { $0[3] } == ["Chisq", "means"])
  }

  @Test("tells changes, and labels what leans on a model")
  func waves() throws {
    let changes = try lines(
      "--items", "unsafe-late", "--by", "sex", "--since", study(2023), "--person", "lopnr")
    #expect(changes.count { $0[0] == "change" } == 3)
    #expect(changes.count { $0[0] == "change-difference" } == 1)
    let pooled = try lines("--items", "unsafe-late", "--by", "sex", "--pool", study(2024))
    #expect(pooled.count { $0[0] == "model-based" } == 3)
    let small = try lines("--items", "unsafe-late", "--by", "area,sex", "--small-areas")
    #expect(small.count { $0[0] == "model-based" && !$0[19].isEmpty } == 12)
    let shown = try Program.run(
      "estimate", try study(), "--items", "unsafe-late", "--by", "area,sex", "--small-areas",
      "--language", "sv")
    #expect(shown.output.contains("MODELLBASERAD (Fay–Herriot, REML)"))
  }

  @Test("quantiles follow the rule that is asked for")
  func quantiles() throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "quantiles-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let rows = (1...10).map { "\($0),\($0 % 2 + 1)" }
    try Data((["x,q"] + rows).joined(separator: "\n").utf8)
      .write(to: directory.appending(path: "data.csv"))
    let file = directory.appending(path: "study.yaml")
    try Data(MinimalStudy.text(design: "").utf8).write(to: file)
    func median(_ rule: String) throws -> String {
      let outcome = try Program.run(
        "estimate", file.path, "--variables", "x", "--statistic", "median", "--format", "csv",
        "--quantile-rule", rule)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let cells =
        outcome.output.split(separator: "\n").last?
        .split(separator: ",", omittingEmptySubsequences: false) ?? []
      return cells.count > 6 ? String(cells[6]) : ""
    }
    #expect(try median("math") == "5.0")
    #expect(try median("school") == "5.5")
  }

  @Test(
    "what cannot go together is wrong usage, told in the language asked for",
    arguments: [
      (["--standard", "a=1"], "behöver --standardise"),
      (["--statistic", "ratio"], "--denominator"),
      (["--since", "x.yaml", "--pool", "y.yaml"], "tillsammans"),
      (["--statistic", "median", "--since", "x.yaml"], "Kvantiler"),
      (["--confidence", "95"], "mellan 0 och 1"),
      (["--small-areas", "--standardise", "age"], "direkta skattningar"),
    ])
  func usage(arguments: [String], words: String) throws {
    let outcome = try Program.run(
      ["estimate", "x.yaml", "--language", "sv"] + arguments)
    #expect(outcome.status == 64 && outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test("what the study cannot answer is refused with what to do")
  func refused() throws {
    let few = try Program.run("estimate", try study(), "--by", "area", "--small-areas")
    #expect(few.status == 1 && few.errors.contains("at least 10 groups"))
    let code = try Program.run("estimate", try study(), "--standardise", "height")
    #expect(code.status == 1 && code.errors.contains("--standardise"))
  }
}
