/// What the municipality wants, the indicators that tell how it goes, and the actions towards it.
package struct Goal: Codable, Sendable, Hashable {
  package var text: LocalisedText
  /// Who decided it, where and when; a sentence.
  package var decision: LocalisedText?
  package var indicators: [Indicator]
  package var actions: [Action]
  package init(
    text: LocalisedText, decision: LocalisedText? = nil, indicators: [Indicator],
    actions: [Action]
  ) {
    self.text = text
    self.decision = decision
    self.indicators = indicators
    self.actions = actions
  }

  /// Every indicator, each before its parts.
  package var allIndicators: [Indicator] { indicators.flatMap(\.withParts) }

  /// The indicator with a code, wherever in the tree it is.
  package func indicator(_ code: String) -> Indicator? {
    allIndicators.first { $0.code == code }
  }

  /// The way from the goal to an indicator, outermost first; empty when there is none.
  package func path(to code: String) -> [Indicator] {
    func search(_ indicators: [Indicator]) -> [Indicator] {
      for indicator in indicators {
        if indicator.code == code { return [indicator] }
        let rest = search(indicator.parts)
        if !rest.isEmpty { return [indicator] + rest }
      }
      return []
    }
    return search(indicators)
  }
}
