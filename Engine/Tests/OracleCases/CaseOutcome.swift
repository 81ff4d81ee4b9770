/// How a case came out.
package struct CaseOutcome: Sendable {
  package let id: String
  /// The worst relative error, and the result that has it; `nil` when it was not computed.
  package let worst: (error: Double, result: String)?
  /// What is wrong; `nil` when the case passes.
  package let failure: String?

  package var line: String {
    let error = worst.map { " worst \($0.error) in \($0.result)" } ?? ""
    return "\(failure == nil ? "pass" : "FAIL") \(id)\(error)\(failure.map { ": " + $0 } ?? "")"
  }

  /// Compares answers with what R gave.
  static func comparing(_ answers: [String: [Double]], with oracle: OracleCase) -> CaseOutcome {
    var worst: (error: Double, result: String) = (0, "")
    for (name, expected) in oracle.expected.sorted(by: { $0.key < $1.key }) {
      guard let actual = answers[name], actual.count == expected.count else {
        let count = answers[name].map { "\($0.count) of \(expected.count) numbers" } ?? "nothing"
        return CaseOutcome(id: oracle.id, worst: nil, failure: "\(name): \(count)")
      }
      let scales =
        name == "p" && oracle.call.argument("statistic")?.words == ["lincom"]
        // R's p is 1 minus a number near 1, which leaves it 16 decimals, not 16 digits.
        ? expected.map { _ in 1e-6 }
        : name == "value"
          ? noise(of: oracle.call, answers) : scales(name, oracle.expected)
      for place in expected.indices {
        let scale = scales.flatMap { place < $0.count ? $0[place] : nil } ?? 0
        let error = error(actual[place], expected[place], scale: scale)
        if error > worst.error || error.isNaN { worst = (error, "\(name)[\(place)]") }
      }
    }
    let limit = oracle.tolerance
    let passes = worst.error <= limit
    return CaseOutcome(
      id: oracle.id, worst: worst, failure: passes ? nil : "more than \(limit)")
  }

  /// The rounding noise of a covariance or standard error alone, by the estimates themselves.
  private static func noise(of call: RExpression, _ answers: [String: [Double]]) -> [Double]? {
    let sizes = (answers["estimate"] ?? []).map { $0.magnitude * 1e-8 }
    switch call.function {
    case "vcov": return sizes.flatMap { a in sizes.map { a * $0 } }
    case "SE": return sizes
    case "cv": return answers["value"]?.map { _ in 1e-8 }
    default: return nil
    }
  }

  private static func error(_ actual: Double, _ expected: Double, scale: Double) -> Double {
    if actual == expected || actual.isNaN && expected.isNaN { return 0 }
    let difference = (actual - expected).magnitude
    let reference = max(expected.magnitude, scale)
    return difference.isNaN || reference == 0 ? .infinity : difference / reference
  }

  /// What numbers are measured by besides themselves, where they may be 0 but for rounding.
  ///
  /// A covariance by its two standard errors, a difference and its t by the standard error. The
  /// standard error of an exactly calibrated total is 0 but for rounding of the total itself.
  private static func scales(_ name: String, _ expected: [String: [Double]]) -> [Double]? {
    guard let estimate = expected["estimate"], let se = expected["se"] else { return nil }
    let noise = zip(estimate, se).map { max($1, $0.magnitude * 1e-8) }
    switch name {
    case "estimate": return se
    case "se": return zip(estimate, se).map { $1 > $0.magnitude * 1e-8 ? 0 : $0.magnitude }
    case "vcov":
      return noise.flatMap { a in noise.map { a * $0 } }
    case "ci_t95.lower", "ci_t95.upper", "ci_z95.lower", "ci_z95.upper": return se
    case "t", "deff": return se.map { _ in 1 }
    default: return nil
    }
  }
}

extension OracleCase {
  /// The relative error allowed, as the oracle's notes say.
  var tolerance: Double {
    if let printed { return printed }
    let iterates =
      design["calibration"] != nil || call.function == "svyciprop"
      || call.function == "svyglm"
      || call.positional.contains {
        $0.isName("svyciprop") || ["svyciprop", "svyglm"].contains($0.function)
      }
    return iterates ? 1e-7 : 1e-9
  }
}

extension RExpression {
  func isName(_ word: String) -> Bool {
    if case .name(let name) = self { name == word } else { false }
  }
}
