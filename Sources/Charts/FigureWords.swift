package import DisclosureControl
import SafetyModel
package import Texts

/// What the figures of a chart are counted in.
package enum FigureUnit: Sendable, Hashable {
  /// Shares in [0, 1], told in percent.
  case proportion
  /// Means of an index, from 0 to the greatest value of its scale if that is known.
  case mean(scaleMax: Double?)
  /// Values from outside the survey: decimals, and what they count.
  case observation(decimals: Int, unit: String?)

  package init(_ measure: Measure, scaleMax: Double? = nil) {
    switch measure {
    case .proportion: self = .proportion
    case .mean: self = .mean(scaleMax: scaleMax)
    }
  }

  /// A value with as many decimals as it carries: `25,4 %`, `3,2`.
  package func string(_ value: Double, decimals: Int, in texts: Texts) -> String {
    switch self {
    case .proportion: texts.percent(value, decimals: decimals)
    case .mean, .observation: texts.number(value, decimals: decimals)
    }
  }

  /// A difference with its sign, in percentage points or the unit of the mean: `+21,4`.
  package func signed(_ difference: Double, decimals: Int, in texts: Texts) -> String {
    texts.signed(self == .proportion ? difference * 100 : difference, decimals: decimals)
  }

  /// A tick on an axis whose ticks are `step` apart.
  func tick(_ value: Double, step: Double, in texts: Texts) -> String {
    let step = self == .proportion ? step * 100 : step
    let decimals = step >= 0.999 ? 0 : step >= 0.0999 ? 1 : 2
    return string(value, decimals: decimals, in: texts)
  }

  /// The ends that no value of this unit can pass.
  var limits: ClosedRange<Double> {
    switch self {
    case .proportion: 0...1
    case .mean(let scaleMax?): 0...max(scaleMax, 0)
    case .mean, .observation: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    }
  }
}

extension PublishedFigure {
  /// The figure in words: the number, or why there is none.
  package func words(_ unit: FigureUnit, in texts: Texts) -> String {
    switch status {
    case .shown: value.map { unit.string($0, decimals: decimals, in: texts) } ?? "–"
    case .tooFewAnswers: texts("chart.hidden.tooFewAnswers")
    case .protectsAnother: texts("chart.hidden.protectsAnother")
    case .underFivePercent: texts("chart.underFivePercent")
    case .overNinetyFivePercent: texts("chart.overNinetyFivePercent")
    case .noAnswers: texts("chart.noAnswers")
    }
  }

  /// The interval in words: `43–51 %`; an en dash when there is none.
  package func intervalWords(_ unit: FigureUnit, in texts: Texts) -> String {
    guard let lower, let upper else { return "–" }
    let first =
      unit == .proportion
      ? texts.number(lower * 100, decimals: decimals)
      : unit.string(lower, decimals: decimals, in: texts)
    let last = unit.string(upper, decimals: decimals, in: texts)
    return texts("chart.interval", ["lower": first, "upper": last])
  }

  /// The figure and its interval as one phrase for a listener: `47 % (43–51 %)`.
  func phrase(_ unit: FigureUnit, in texts: Texts) -> String {
    guard lower != nil, upper != nil else { return words(unit, in: texts) }
    return texts(
      "chart.figureWithInterval",
      ["figure": words(unit, in: texts), "interval": intervalWords(unit, in: texts)])
  }

  /// The figure as it stands on a map: the number alone, or a few words.
  func shortWords(_ unit: FigureUnit, in texts: Texts) -> String {
    switch status {
    case .shown, .underFivePercent, .overNinetyFivePercent: words(unit, in: texts)
    case .tooFewAnswers, .protectsAnother: texts("chart.hidden.short")
    case .noAnswers: texts("chart.noAnswers")
    }
  }

  /// What part of an axis the figure covers: its interval, or the end that it is told to lie in.
  var extent: ClosedRange<Double>? {
    switch status {
    case .shown:
      guard let value, value.isFinite else { return nil }
      return min(lower ?? value, value)...max(upper ?? value, value)
    case .underFivePercent: return 0...0.05
    case .overNinetyFivePercent: return 0.95...1
    case .tooFewAnswers, .protectsAnother, .noAnswers: return nil
    }
  }
}

extension BaseBand {
  /// The number of answers as a band: `600–609`.
  package func words(in texts: Texts) -> String {
    guard atLeast < atMost else { return texts.number(Double(atLeast), decimals: 0) }
    return texts(
      "chart.interval",
      [
        "lower": texts.number(Double(atLeast), decimals: 0),
        "upper": texts.number(Double(atMost), decimals: 0),
      ])
  }
}
