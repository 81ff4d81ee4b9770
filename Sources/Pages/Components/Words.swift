package import DisclosureControl
import SafetyModel
package import Texts

/// The grammatical gender of what is counted: in Swedish `en fråga`, `ett område`.
package enum Gender: String, Sendable, CaseIterable { case common, neuter }

extension Texts {
  /// A small number in words, a greater one in digits.
  package func word(_ n: Int, _ gender: Gender) -> String {
    if n == 1 { return self("common.number.1.\(gender.rawValue)") }
    let key = "common.number.\(n)"
    return has(key) ? self(key) : number(Double(n), decimals: 0)
  }

  /// A published figure: `25,4 %`, `2,31`, or why there is none.
  package func figure(_ figure: PublishedFigure, _ measure: Measure) -> String {
    guard figure.status == .shown, let value = figure.value else {
      return self("common.status.\(figure.status.rawValue)")
    }
    return self.value(value, measure, decimals: figure.decimals)
  }

  /// A share as a percentage, or a mean as a number.
  package func value(_ value: Double, _ measure: Measure, decimals: Int) -> String {
    switch measure {
    case .proportion: percent(value, decimals: decimals)
    case .mean: number(value, decimals: decimals)
    }
  }

  /// Half the interval, which is what stands after ±; `nil` unless shown.
  package func margin(_ figure: PublishedFigure, _ measure: Measure) -> String? {
    guard let lower = figure.lower, let upper = figure.upper else { return nil }
    let scale: Double = measure == .proportion ? 100 : 1
    // The ends are rounded already: half of an odd number of steps is rounded up, never down.
    var step = 1.0
    for _ in 0..<figure.decimals { step /= 10 }
    let halves = ((upper - lower) * scale / 2 / step - 1e-6).rounded(.up) * step
    return "± " + number(halves, decimals: figure.decimals)
  }

  /// The interval of a figure: `24,0–26,8`.
  package func interval(_ figure: PublishedFigure, _ measure: Measure) -> String? {
    guard let lower = figure.lower, let upper = figure.upper else { return nil }
    return range(lower, upper, measure, decimals: figure.decimals)
  }

  /// Two ends without their unit; `till` in between as soon as one of them is negative.
  package func range(_ lower: Double, _ upper: Double, _ measure: Measure, decimals: Int)
    -> String
  {
    let scale: Double = measure == .proportion ? 100 : 1
    let ends = [lower, upper].map { number($0 * scale, decimals: decimals) }
    return lower < 0
      ? self("common.rangeInWords", ["from": ends[0], "to": ends[1]])
      : "\(ends[0])–\(ends[1])"
  }

  /// The size of a difference, without its sign: `27,1 procentenheter (25,2–29,1)`.
  package func size(of comparison: ProtectedComparison, _ measure: Measure) -> String {
    let isNegative = comparison.difference < 0
    let lower = isNegative ? -comparison.upper : comparison.lower
    let upper = isNegative ? -comparison.lower : comparison.upper
    let ends = range(lower, upper, measure, decimals: comparison.decimals)
    let scale: Double = measure == .proportion ? 100 : 1
    let size = number(abs(comparison.difference) * scale, decimals: comparison.decimals)
    let form = size == "1" ? "one" : "other"
    return self(
      "common.difference.\(measure.rawValue).\(form)", ["size": size, "interval": ends])
  }

  /// How many answers stand behind a figure, as the band that is published.
  package func base(_ band: BaseBand) -> String {
    band.atLeast == band.atMost
      ? number(Double(band.atLeast), decimals: 0)
      : number(Double(band.atLeast), decimals: 0) + "–" + number(Double(band.atMost), decimals: 0)
  }
}

extension String {
  /// The text with its first letter as a capital, for the start of a sentence.
  package var sentenceCased: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
