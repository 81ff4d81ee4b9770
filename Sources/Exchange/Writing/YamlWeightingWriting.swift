import SafetyModel
import Workflows

extension YamlWriting {
  mutating func nonresponse(_ nonresponse: NonresponseDescription) {
    line("nonresponse:", indent: 1)
    entry("method", nonresponse.method.rawValue, indent: 2)
    entry("column", Yaml.scalar(nonresponse.column), indent: 2)
    entry("values", Yaml.list(nonresponse.values), indent: 2)
    entry("by", Yaml.list(nonresponse.by), indent: 2)
  }

  mutating func trimming(_ trimming: TrimmingDescription) {
    let strict = trimming.isStrict ? ", strict: true" : ""
    entry(
      "trimming",
      "{least: \(trimming.least.canonicalText), largest: \(trimming.largest.canonicalText)\(strict)}",
      indent: 1)
  }

  mutating func calibration(_ calibration: CalibrationDescription) {
    line("calibration:", indent: 1)
    entry("method", calibration.method.rawValue, indent: 2)
    if !calibration.bounds.isEmpty {
      entry("bounds", list(calibration.bounds), indent: 2)
      entry("bounded", calibration.bounded.rawValue, indent: 2)
    }
    entry("level", calibration.level.rawValue, indent: 2)
    if let population = calibration.population {
      entry("population", population.canonicalText, indent: 2)
    }
    if !calibration.margins.isEmpty { line("margins:", indent: 2) }
    for margin in calibration.margins {
      line("\(margin.code):", indent: 3)
      entry("column", Yaml.list(margin.columns), indent: 4)
      line("totals:", indent: 4)
      for total in margin.totals {
        line("\(Yaml.scalar(total.value)): \(total.total.canonicalText)", indent: 5)
      }
    }
    if !calibration.numbers.isEmpty { line("numbers:", indent: 2) }
    for number in calibration.numbers {
      line(
        "\(number.code): {column: \(Yaml.scalar(number.column)), "
          + "total: \(number.total.canonicalText)}", indent: 3)
    }
  }

  mutating func replicates(_ replicates: ReplicateDescription) {
    switch replicates {
    case .jackknife: entry("replicates", "{make: jackknife}", indent: 1)
    case .bootstrap(let count, let seed):
      entry("replicates", "{make: bootstrap, count: \(count), seed: \(seed)}", indent: 1)
    case .given(let given): self.given(given)
    }
  }

  private mutating func given(_ given: GivenReplicates) {
    line("replicates:", indent: 1)
    entry("type", given.kind.rawValue, indent: 2)
    entry("columns", Yaml.list(given.columns), indent: 2)
    if let scale = given.scale { entry("scale", scale.canonicalText, indent: 2) }
    if !given.factors.isEmpty { entry("factors", list(given.factors), indent: 2) }
    if given.kind == .fay { entry("rho", given.rho.canonicalText, indent: 2) }
    if !given.isCombined { entry("combined", "false", indent: 2) }
    if given.isAroundEstimate { entry("mse", "true", indent: 2) }
  }

  private func list(_ numbers: [Double]) -> String {
    "[" + numbers.map(\.canonicalText).joined(separator: ", ") + "]"
  }
}
