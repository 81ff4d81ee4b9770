package import SafetyModel
package import Texts

/// An indicator's figures in words, in the unit and with the decimals of a way of measuring.
package struct IndicatorWords: Sendable {
  package let texts: Texts
  package let unit: IndicatorUnit
  package let decimals: Int

  package init(_ definition: IndicatorDefinition?, _ texts: Texts) {
    self.texts = texts
    unit = definition?.unit ?? .plain
    decimals = definition?.decimals ?? 0
  }

  private var isShare: Bool { unit == .proportion }
  private func scaled(_ value: Double) -> Double { isShare ? value * 100 : value }

  /// What stands small beside a figure, such as `indexpoäng`; a percent sign is part of it.
  package var unitWords: String? {
    if case .named(let words) = unit { words.text(in: texts.language) } else { nil }
  }

  /// The figure as it stands alone: `25,4 %`, `2`, `47`.
  package func figure(_ value: Double) -> String {
    isShare ? texts.percent(value, decimals: decimals) : texts.number(value, decimals: decimals)
  }

  /// The figure with its unit: `25,4 %`, `47 indexpoäng`.
  package func full(_ value: Double) -> String {
    [figure(value), unitWords].compactMap { $0 }.joined(separator: " ")
  }

  /// A target with the decimals that it needs.
  package func aim(_ value: Double) -> String {
    let isWhole = (scaled(value) - scaled(value).rounded()).magnitude < 1e-6
    let needed = isWhole ? 0 : max(decimals, 1)
    let number =
      isShare ? texts.percent(value, decimals: needed) : texts.number(value, decimals: needed)
    return [number, unitWords].compactMap { $0 }.joined(separator: " ")
  }

  /// `24,0–26,8 %`.
  package func range(_ lower: Double, _ upper: Double) -> String {
    let first = texts.number(scaled(lower), decimals: decimals)
    return lower < 0
      ? texts("common.rangeInWords", ["from": first, "to": full(upper)])
      : "\(first)–\(full(upper))"
  }

  /// Half an interval, which is what stands after ±; `nil` without sampling error.
  package func margin(_ point: IndicatorPoint) -> String? {
    guard case .sampled(_, let lower, let upper) = point.uncertainty else { return nil }
    return "± " + texts.number(scaled((upper - lower) / 2), decimals: max(decimals, 0))
  }

  /// The size of a difference without its sign: `5,8 procentenheter`.
  package func size(_ difference: Double) -> String {
    let number = texts.number(scaled(difference.magnitude), decimals: decimals)
    if isShare { return texts("page.indicator.points", ["n": number]) }
    return [number, unitWords].compactMap { $0 }.joined(separator: " ")
  }

  /// A difference with its sign, without its unit: `−5,8`.
  package func signed(_ difference: Double) -> String {
    texts.signed(scaled(difference), decimals: decimals)
  }

  /// `−7,1 till −4,5`.
  package func signedRange(_ lower: Double, _ upper: Double) -> String {
    texts("common.rangeInWords", ["from": signed(lower), "to": signed(upper)])
  }
}
