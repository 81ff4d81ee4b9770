import Foundation
import Testing

/// What the analyst's commands print, beside what R computed from the same answers.
@Suite("The analyst's commands give R's figures")
struct AnalystFiguresTests {
  private func isClose(_ text: String, _ known: Double, within part: Double = 1e-8) -> Bool {
    guard let value = Double(text) else { return false }
    return abs(value - known) <= part * max(abs(known), 1e-12)
  }

  private func number(_ value: Any?) throws -> Double { try #require(value as? Double) }

  @Test("of contrasts: every pair of areas, with the family's p")
  func contrasts() throws {
    let study = try SafetyStudy()
    let known = try study.figures("dev-141-")
    let pairs = try #require(known["pairs"] as? [[Int]])
    for (family, adjusted) in [("holm", "p_holm"), ("bh", "p_bh")] {
      let lines = try study.lines(
        "estimate", "--items", "victim", "--by", "area", "--family", family, "--compare", "none",
        contrasts: pairs.map { "\($0[0]) - \($0[1])" }
      ).filter { $0[0] == "contrast" }
      #expect(lines.count == 15 && lines.allSatisfy { $0[23] == "15" })
      for (place, line) in lines.enumerated() {
        for (column, name) in [(6, "estimate"), (7, "se"), (14, "p"), (15, adjusted)] {
          let wanted = try #require((known[name] as? [Double])?[place])
          #expect(isClose(line[column], wanted), "\(line[4]) \(name): \(line[column]), R \(wanted)")
        }
      }
    }
  }

  @Test("of contrasts between crossed groups")
  func crossed() throws {
    let study = try SafetyStudy()
    let known = try study.figures("dev-144-")
    let names = try #require(known["names"] as? [String])
    let pairs = try #require(known["pairs"] as? [[Int]])
    let groups = names.map { name in
      let parts = name.split(separator: ".")
      return "area=\(parts[0])/year=\(parts[1])"
    }
    let lines = try study.lines(
      "estimate", "--items", "victim", "--by", "sex", "--compare", "none",
      contrasts: pairs.map { groups[$0[0] - 1] + " - " + groups[$0[1] - 1] }
    ).filter { $0[0] == "contrast" }
    #expect(lines.count == 66)
    for (place, line) in lines.enumerated() {
      for (column, name) in [(6, "estimate"), (7, "se"), (14, "p"), (15, "p_holm")] {
        let wanted = try #require((known[name] as? [Double])?[place])
        #expect(isClose(line[column], wanted), "\(line[4]) \(name): \(line[column]), R \(wanted)")
      }
    }
  }

  @Test("of shares with their covariance and both design effects")
  func covariance() throws {
    let study = try SafetyStudy()
    let known = try study.figures("dev-132-")
    let rows = try #require(known["vcov"] as? [[Double]])
    let effects = try #require(known["deff"] as? [Double])
    let lines = try study.lines("estimate", "--items", "unsafe", "--covariance")
      .filter { $0[2].isEmpty }
    let found = lines.filter {
      $0[0] == "covariance" && $0[3] != "headline" && $0[20 + 1] != "headline"
    }
    #expect(found.count == 10)
    for line in found {
      let (a, b) = (try #require(Int(line[3])), try #require(Int(line[21])))
      #expect(isClose(line[6], rows[a - 1][b - 1]), "\(a), \(b): \(line[6])")
    }
    for (place, effect) in effects.enumerated() {
      let line = try #require(lines.first { $0[0] == "estimate" && $0[3] == "\(place + 1)" })
      #expect(isClose(line[12], effect))
    }
    let victim = try study.lines("estimate", "--items", "victim")
      .first { $0[2].isEmpty && $0[3] == "headline" }
    #expect(isClose(try #require(victim)[20], try number(try study.figures("dev-133-")["deff"])))
    let total = try study.lines(
      "estimate", "--variables", "incidents", "--statistic", "total"
    ).first
    let known135 = try study.figures("dev-135-")
    #expect(isClose(try #require(total)[6], try number(known135["estimate"])))
    #expect(isClose(try #require(total)[12], try number(known135["deff"])))
  }

  @Test("of a logistic regression: coefficients, errors, t, p and odds ratios")
  func logistic() throws {
    let study = try SafetyStudy()
    let known = try study.figures("dev-157-")
    let names = try #require(known["names"] as? [String])
    let lines = try study.lines(
      "compare", "--across", "area", "--adjust", "sex", "--adjust", "age", "--items", "victim",
      "--coefficients")
    let found = lines.filter { $0[0] == "coefficient" }
    #expect(found.count == names.count)
    for (place, name) in names.enumerated() {
      let parts = name.replacing("factor(", with: "").split(separator: ")")
      let line = try #require(
        found.first {
          parts.count < 2 ? $0[3] == "intercept" : [$0[3], $0[4]] == parts.map(String.init)
        })
      for (column, key) in [(16, "estimate"), (10, "se"), (17, "t"), (13, "p")] {
        let wanted = try #require((known[key] as? [Double])?[place])
        #expect(isClose(line[column], wanted, within: 1e-7), "\(name) \(key): \(line[column])")
      }
      let estimate = try #require((known["estimate"] as? [Double])?[place])
      #expect(parts.count < 2 ? line[19].isEmpty : isClose(line[19], exp(estimate), within: 1e-7))
      #expect(isClose(line[18], try number(known["df_residual"])))
    }
    #expect(lines.filter { $0[0] == "term" }.map { $0[3] } == ["sex", "age", "area"])
  }

  @Test("of a t test: one factor in a linear model")
  func tTest() throws {
    let study = try SafetyStudy()
    let known = try study.figures("dev-155-")
    let line = try #require(
      try study.lines(
        "compare", "--across", "second", "--items", "victim", "--model", "linear",
        "--coefficients"
      ).first { $0[0] == "coefficient" && $0[4] == "1" })
    let ends = try #require(known["ci95"] as? [Double])
    #expect(isClose(line[16], try number(known["estimate"])))
    #expect(isClose(line[17], try number(known["statistic"])))
    #expect(isClose(line[13], try number(known["p"])))
    #expect(isClose(line[18], try number(known["parameter"])))
    #expect(isClose(line[11], ends[0]) && isClose(line[12], ends[1]))
  }

  @Test("of a Wald test of a term, beside a number that is made alike")
  func termTest() throws {
    let study = try SafetyStudy(.stages)
    let known = try study.figures("regTermTest(svyglm(trust ~ factor(age) + sex, D)")
    let line = try #require(
      try study.lines(
        "compare", "--across", "age", "--adjust-numbers", "sex", "--variables", "trust",
        "--coefficients"
      ).first { $0[0] == "term" && $0[3] == "age" })
    let (statistic, p) = (known["statistic"] as? [[Double]], known["p"] as? [[Double]])
    #expect(isClose(line[16], try number(statistic?.first?.first)))
    #expect(isClose(line[13], try number(p?.first?.first)))
    #expect(line[18] == "2.0/71.0")
  }

  @Test(
    "of a number cut in two and explained by each kind of model",
    arguments: [
      ("logistic", "logit"), ("probit", "probit"), ("complementaryloglog", "cloglog"),
      ("cauchit", "cauchit"),
    ])
  func models(model: String, link: String) throws {
    let study = try SafetyStudy(.stages)
    let known = try study.figures(
      "svyglm(I(trust > 2) ~ income + factor(sex), D, "
        + "family = quasibinomial(link = \"\(link)\"))")
    let lines = try study.lines(
      "compare", "--across", "sex", "--adjust-numbers", "income", "--items", "trust", "--cut",
      "trust=3", "--model", model, "--coefficients"
    ).filter { $0[0] == "coefficient" }
    #expect(lines.count == 4)
    for (place, line) in lines.enumerated() {
      for (column, name) in [(16, "estimate"), (10, "se")] {
        let wanted = try #require((known[name] as? [Double])?[place])
        #expect(isClose(line[column], wanted, within: 1e-6), "\(line[3]) \(name): \(line[column])")
      }
    }
  }
}
