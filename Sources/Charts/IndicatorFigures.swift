package import SafetyModel
package import Texts

extension FigureUnit {
  /// What an indicator's values are told in.
  package init(_ definition: IndicatorDefinition, in texts: Texts) {
    switch definition.unit {
    case .proportion: self = .proportion
    case .named(let words):
      self = .observation(decimals: definition.decimals, unit: words.text(in: texts.language))
    case .plain: self = .observation(decimals: definition.decimals, unit: nil)
    }
  }
}

extension IndicatorPoint {
  /// The 95 % interval of a value that has a sampling error.
  package var interval: ClosedRange<Double>? {
    guard case .sampled(_, let lower, let upper) = uncertainty, lower <= upper else { return nil }
    return lower...upper
  }
}

extension PlaceValue {
  /// The place's name: its own, or what it is called in a language.
  package func name(in texts: Texts) -> String { name.isEmpty ? texts.place(place) : name }
}

extension Texts {
  /// What a group of places is called; without a name it is the own region.
  package func groupName(_ name: LocalisedText?) -> String {
    name.map { $0.text(in: language) } ?? self("chart.ownRegion")
  }
}

extension JudgedTarget {
  /// Whether the target was set for today's way of measuring.
  package var isComparable: Bool {
    if case .notComparable = outcome { false } else { true }
  }
}

extension Period {
  /// Where the period stands on an axis of years: a whole year at its own number.
  var onAxis: Double { middleInYears - 0.5 }
}
