import Foundation
import Testing

/// `trygghet estimate` on the invented municipality, as an analyst runs it.
@Suite("The command estimate", .writesExample)
struct EstimateCommandTests {
  private func study(_ year: Int = 2025) throws -> String {
    let example = try #require(WrittenExample.current)
    return example.directory.appending(path: "studies/trygghet-\(year).yaml").path
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

  @Test("contrasts are a family, tested together, and printed as they were written")
  func contrasts() throws {
    let lines = try lines(
      "--items", "unsafe-late", "--by", "sex", "--contrast", "women - men", "--contrast",
      "-'Sandhamra' + everyone", "--family", "bonferroni")
    let found = lines.filter { $0[0] == "contrast" }
    #expect(found.map { $0[4] } == ["women - men", "-'Sandhamra' + everyone"])
    let difference = try #require(lines.first { $0[0] == "difference" && $0[3] == "headline" })
    for column in 6...7 {
      let (a, b) = (Double(found[0][column]) ?? 1, Double(difference[column]) ?? 0)
      #expect(abs(a - b) < 1e-12)
    }
    let (p, adjusted) = (try #require(Double(found[0][14])), try #require(Double(found[0][15])))
    #expect(abs(adjusted - 2 * p) < 1e-12 && found[0][23] == "2" && difference[23] == "1")
    #expect(lines.last?[3] == "contrasts" && lines.last?[13] == "2.0/4619.0")
    let shown = try Program.run(
      "estimate", try study(), "--items", "unsafe-late", "--contrast", "women - men")
    #expect(shown.output.contains("  Family: 1 test, p adjusted by holm."))
  }

  @Test("contrasts are of medians, pooled waves and small areas too, and of medians over time")
  func contrastsOfAllFigures() throws {
    func contrasts(_ arguments: String...) throws -> [[String]] {
      let outcome = try Program.run(
        ["estimate", try study(), "--format", "csv", "--items", "unsafe-late"] + arguments)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output.split(separator: "\n").filter { $0.hasPrefix("contrast,") }
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
    let medians = try contrasts(
      "--variables", "alder", "--statistic", "median", "--by", "area", "--since", study(2023),
      "--contrast", "alder:sandhamra - alder:sandhamra@2023")
    let change = try lines(
      "--variables", "alder", "--statistic", "median", "--by", "area", "--since", study(2023))
    let known = try #require(change.first { $0[0] == "change" && $0[4] == "sandhamra" })
    #expect(medians.count == 1 && medians[0][6...9] == known[6...9])
    let pooled = try contrasts(
      "--by", "area", "--pool", study(2024), "--contrast", "sandhamra - klockarangen",
      "--contrast", "sandhamra@2025 - sandhamra@2024")
    #expect(pooled.map { $0[3] } == ["pooled", "pooled"])
    #expect(pooled.allSatisfy { Double($0[7]) ?? 0 > 0 })
    let small = try contrasts(
      "--by", "area,sex", "--small-areas", "--contrast", "sandhamra/women - sandhamra/men",
      "--covariance")
    #expect(small.count == 1 && small[0][3] == "model-based" && Double(small[0][7]) ?? 0 > 0)
  }

  @Test("a change of each answer, with the interval that is asked for")
  func categories() throws {
    let lines = try lines(
      "--items", "unsafe-late", "--by", "sex", "--since", study(2023), "--categories",
      "--interval", "beta")
    let subjects = Set(lines.map { $0[1] })
    #expect(subjects.contains("unsafe-late") && subjects.contains("unsafe-late.very-safe"))
    let direct = try self.lines("--items", "unsafe-late", "--by", "sex", "--interval", "beta")
    let (one, other) = (
      lines.first { $0[1] == "unsafe-late.very-safe" && $0[4] == "men" && $0[17] == "2025" },
      direct.first { $0[3] == "very-safe" && $0[4] == "men" }
    )
    for column in 6...9 {
      let (a, b) = (
        try Double(#require(one)[column]) ?? 1, try Double(#require(other)[column]) ?? 0
      )
      #expect(abs(a - b) < 1e-9)
    }
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

  @Test("intervals from replicates need some")
  func noReplicates() throws {
    let outcome = try Program.run(
      "estimate", try study(), "--variables", "alder", "--statistic", "median",
      "--quantile-interval", "replicates", "--language", "sv")
    #expect(outcome.status == 1 && outcome.errors.contains("inga replikatvikter"))
  }

  @Test(
    "what cannot go together is wrong usage, told in the language asked for",
    arguments: [
      (["--standard", "a=1"], "behöver --standardise"),
      (["--statistic", "ratio"], "--denominator"),
      (["--since", "x.yaml", "--pool", "y.yaml"], "tillsammans"),
      (["--confidence", "95"], "mellan 0 och 1"),
      (["--small-areas", "--standardise", "age"], "direkta skattningar"),
      (["--covariance", "--pool", "y.yaml"], "ange också --contrast"),
      (["--statistic", "median", "--small-areas"], "--small-areas gäller andelar"),
    ])
  func usage(arguments: [String], words: String) throws {
    let outcome = try Program.run(
      ["estimate", "x.yaml", "--language", "sv"] + arguments)
    #expect(outcome.status == 64 && outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test("tells the bounds of shares if those who did not answer differ")
  func response() throws {
    let outcome = try Program.run(
      "response", try study(), "--items", "unsafe-late", "--differ", "1", "--format", "csv")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").dropFirst(2)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    func number(_ kind: String, _ column: Int) throws -> Double {
      try #require(lines.first { $0[0] == kind }.flatMap { Double($0[column]) })
    }
    // 4,667 of 9,600 answered; those who did not may be anything from 0 to all.
    let (response, share) = try (number("response", 4), number("share", 4))
    #expect(abs(response - 4667.0 / 9600) < 1e-12)
    #expect(try abs(number("bounds", 6) - response * share) < 1e-12)
    #expect(try abs(number("bounds", 7) - (response * share + 1 - response)) < 1e-12)
  }

  @Test("describes who answered when everyone who was drawn is in the data file")
  func representativity() throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "response-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    // Of 100 in class a 80 answer, of 100 in class b 40: S(ρ) = 0.2 · √(200/199).
    let rows = (0..<200).map { row in
      let answers = row < 100 ? row < 80 : row < 140
      return "\(row < 100 ? "a" : "b"),\(answers ? 1 : 0),\(answers ? row % 2 + 1 : 0)"
    }
    let data = (["class,done,q"] + rows).joined(separator: "\n").replacing(",0,0", with: ",0,")
    try Data(data.utf8).write(to: directory.appending(path: "data.csv"))
    let file = directory.appending(path: "study.yaml")
    try Data(
      MinimalStudy.text(design: "  nonresponse: {column: done, values: [1], by: [class]}\n").utf8
    ).write(to: file)
    let outcome = try Program.run("response", file.path, "--format", "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let found = try #require(report["representativity"] as? [String: Any])
    let plain = try #require(found["unadjustedIndicator"] as? Double)
    #expect(abs(plain - (1 - 2 * 0.2 * (200.0 / 199).squareRoot())) < 1e-6)
    #expect(report["sampled"] as? Int == 200 && report["respondents"] as? Int == 120)
    // The classes' weights are carried by those who answered: half each.
    let shares = try Program.run("estimate", file.path, "--format", "csv")
    let cells = shares.output.split(separator: "\n")[2].split(
      separator: ",", omittingEmptySubsequences: false)
    #expect(abs((Double(cells[6]) ?? 0) - 0.5) < 1e-12 && cells[10] == "120")
  }

  @Test("what the study cannot answer is refused with what to do")
  func refused() throws {
    let few = try Program.run("estimate", try study(), "--by", "area", "--small-areas")
    #expect(few.status == 1 && few.errors.contains("at least 10 groups"))
    let group = try Program.run(
      "estimate", try study(), "--items", "unsafe-late", "--contrast", "sandhamr\u{1B} - women")
    #expect(
      group.status == 1 && group.errors.contains("\\u{1b}") && !group.errors.contains("\u{1B}"))
    let near = try Program.run(
      "estimate", try study(), "--items", "unsafe-late", "--contrast", "sandhamr - women")
    #expect(near.errors.contains("character 1") && near.errors.contains("sandhamra"))
    let code = try Program.run("estimate", try study(), "--standardise", "height")
    #expect(code.status == 1 && code.errors.contains("--standardise"))
  }
}
