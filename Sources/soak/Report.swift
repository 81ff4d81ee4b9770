import SurveyStatistics

/// What the simulation found, as a page in Markdown.
struct Report {
  let coverage: Coverage
  let findings: FalseFindings
  let bias: CalibrationBias
  let seed: UInt64
  let years: (before: Int, now: Int)

  /// What was promised and does not hold; empty when all is well.
  var failures: [String] {
    var failures: [String] = []
    // What a true 5 % may show in so many samples, to two standard errors.
    let limit = 0.05 + 2 * (0.05 * 0.95 / Double(findings.sampleCount)).squareRoot()
    for (place, share) in FalseFindings.shares.enumerated() {
      if part(findings.families[place]) > limit { failures.append("differences at \(share)") }
      if part(findings.changeFamilies[place]) > limit { failures.append("changes at \(share)") }
    }
    for entry in bias.cases
    where entry.calibrated.mean.magnitude > 3 * entry.calibrated.error {
      failures.append("bias of \(entry.item)")
    }
    return failures
  }

  private static let reading = """
    How to read it: `logit`, which the site uses, is right nearly everywhere, and a little wide where fewer than ten
    yes or no are expected. `beta` is never too narrow and is wide in small domains. `linear` fails for shares near 0
    and 1 in small domains, which is why it is not used for shares.
    """

  func text() -> String {
    """
    # Simulation

    In plain words: here the truth is known, because the people are invented. \(coverage.sampleCount) samples were
    drawn from them as the example's survey of \(years.now) is drawn, answered as unevenly as there, and estimated by
    this engine. How often was it right?

    Written by `make soak` (\(coverage.sampleCount) samples, seed \(seed)); not by hand. One standard error of a percentage is \
    \(percent((0.95 * 0.05 / Double(coverage.sampleCount)).squareRoot())) points at 95 %.

    ## Do 95 % intervals hold the truth in 95 % of the samples?

    Per cent of the samples, by the true share and the domain; \
    **bold** outside 94–96. The answers are those
    to one item, cut where exactly that share of the domain's people lies above.

    \(Coverage.methods.indices.map(coverageTable).joined(separator: "\n\n"))

    \(statement)

    \(Self.reading)

    ## Are differences and changes found where there are none?

    Six areas with the same true share are compared in all 15 pairs, and everyone and each area with the wave of
    \(years.before), where the share was the same. Per cent of the samples in which anything is found at 5 %.

    \(findingsTable)

    ## Does calibration take the bias away?

    People answer unevenly by area, sex, age and background. The bias of the municipality's share in percentage
    points, before and after the engine has raked the weights to strata and to area × background, with the standard
    error of that figure, and how often the calibrated 95 % interval holds the truth.

    \(biasTable)

    """
  }

  private func coverageTable(_ method: Int) -> String {
    let name = Coverage.methods[method].rawValue
    let heads = coverage.cases.indices.map {
      "\(coverage.cases[$0].name) (\(Int(coverage.meanAnswers($0).rounded())))"
    }
    var lines = [
      "| \(name) | " + heads.joined(separator: " | ") + " |",
      "|---|" + heads.map { _ in "---:|" }.joined(),
    ]
    for (share, value) in Coverage.shares.enumerated() {
      let cells = coverage.cases.indices.map { place in
        let part = coverage.part(place, method: method, share: share)
        return isRight(part) ? percent(part) : "**\(percent(part))**"
      }
      lines.append("| \(value) | " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }

  private func isRight(_ part: Double) -> Bool { part >= 0.94 && part <= 0.96 }

  /// Where the methods that are meant for shares are not right.
  private var statement: String {
    let lines = Coverage.methods.indices.prefix(2).map { method in
      let cells = coverage.cases.indices.flatMap { place in
        Coverage.shares.indices.map { (place, $0) }
      }
      let parts = cells.map { coverage.part($0.0, method: method, share: $0.1) }
      let few = cells.filter { isSparse(place: $0.0, share: $0.1) }
        .map { coverage.part($0.0, method: method, share: $0.1) }
      let enough = cells.filter { !isSparse(place: $0.0, share: $0.1) }
        .map { coverage.part($0.0, method: method, share: $0.1) }
      return """
        - `\(Coverage.methods[method].rawValue)`: within 94–96 % in \(parts.count(where: isRight)) of \
        \(parts.count) cells. With ten answers or more of either kind expected: \
        \(range(enough)), \(enough.count { $0 < 0.94 }) of \(enough.count) below 94 %. With fewer: \
        \(range(few)), \(few.count { $0 < 0.94 }) of \(few.count) below 94 %.
        """
    }
    return lines.joined(separator: "\n")
  }

  private func range(_ parts: [Double]) -> String {
    guard let low = parts.min(), let high = parts.max() else { return "none" }
    return "\(percent(low))–\(percent(high)) %"
  }

  /// Whether fewer than ten yes or no are expected.
  private func isSparse(place: Int, share: Int) -> Bool {
    let value = Coverage.shares[share]
    return coverage.meanAnswers(place) * min(value, 1 - value) < 10
  }

  private var findingsTable: String {
    var lines = [
      "| true share | any difference, Holm | a single difference | any change, Holm | a single change |",
      "|---|---:|---:|---:|---:|",
    ]
    for (place, share) in FalseFindings.shares.enumerated() {
      let cells = [
        part(findings.families[place]),
        part(findings.single[place]) / Double(FalseFindings.pairs.count),
        part(findings.changeFamilies[place]),
        part(findings.singleChanges[place]) / Double(FalseFindings.changes),
      ]
      lines.append("| \(share) | " + cells.map(percent).joined(separator: " | ") + " |")
    }
    let count = Double(FalseFindings.shares.count)
    let means = [
      part(findings.families.reduce(0, +)),
      part(findings.single.reduce(0, +)) / Double(FalseFindings.pairs.count),
      part(findings.changeFamilies.reduce(0, +)),
      part(findings.singleChanges.reduce(0, +)) / Double(FalseFindings.changes),
    ].map { $0 / count }
    lines.append("| mean | " + means.map(percent).joined(separator: " | ") + " |")
    return lines.joined(separator: "\n")
  }

  private var biasTable: String {
    var lines = [
      "| item | true share, % | bias before | bias after | its standard error | coverage, % |",
      "|---|---:|---:|---:|---:|---:|",
    ]
    for entry in bias.cases {
      let cells = [
        percent(entry.truth), points(entry.uncorrected.mean), points(entry.calibrated.mean),
        points(entry.calibrated.error),
        percent(Double(entry.covered) / Double(bias.sampleCount)),
      ]
      lines.append("| \(entry.item) | " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }

  private func part(_ count: Int) -> Double { Double(count) / Double(findings.sampleCount) }

  private func percent(_ part: Double) -> String { decimal(100 * part, places: 1) }

  private func points(_ part: Double) -> String { decimal(100 * part, places: 3) }

  /// With so many decimals, without the help of a locale.
  private func decimal(_ value: Double, places: Int) -> String {
    let scale = places == 1 ? 10.0 : 1000
    let whole = Int((value.magnitude * scale).rounded())
    let digits = String(whole % Int(scale))
    let padding = String(repeating: "0", count: places - digits.count)
    return (value < 0 && whole > 0 ? "−" : "") + "\(whole / Int(scale)).\(padding)\(digits)"
  }
}
