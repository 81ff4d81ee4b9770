import SafetyModel

@testable import Workflows

/// Indicators with stated values, for tests of rules.
enum InventedIndicators {
  static let words = LocalisedText(sv: "x", en: "x")

  static func definition(
    _ code: String, register: Bool = false, _ values: [(year: Int, value: Double)],
    error: Double? = nil, ending: DefinitionEnding.Reason? = nil, unit: IndicatorUnit = .plain
  ) -> IndicatorDefinition {
    let external = ExternalSeries(publisher: words)
    return IndicatorDefinition(
      code: code, text: words, source: register ? .register(external) : .external(external),
      unit: unit,
      values: values.map {
        StatedValue(period: .year($0.year), value: $0.value, standardError: error)
      },
      ending: ending.map { DefinitionEnding(reason: $0, note: words) })
  }

  static func indicator(
    _ definitions: [IndicatorDefinition], direction: IndicatorDirection = .lowerIsBetter,
    threshold: Double? = nil, baseline: IndicatorBaseline? = nil, targets: [IndicatorTarget] = []
  ) -> Indicator {
    Indicator(
      code: "a", name: words, question: words, direction: direction, threshold: threshold,
      baseline: baseline, targets: targets, definitions: definitions)
  }

  static func report(_ indicator: Indicator) -> IndicatorReport {
    EvaluateGoal(
      values: PublishedValues(
        municipality: Municipality(code: "1290", name: words, isExample: false), waves: [:],
        observations: [:])
    ).report(indicator)
  }
}
