/// Something decided, by someone responsible, against something seen.
package struct Action: Codable, Sendable, Hashable {
  /// Whether it changes the preconditions or softens the consequences.
  package enum Effect: String, Codable, Sendable, Hashable, CaseIterable {
    case preconditions, consequences
  }
  package var title: LocalisedText
  /// What was seen that it answers to.
  package var finding: LocalisedText
  package var responsible: LocalisedText
  package var effect: Effect
  /// The area that it is for, by its value code; `nil` for the whole municipality.
  package var area: String?
  /// The codes of the indicators that it is meant to move, wherever in the goal's tree they are.
  package var indicators: [String]
  /// What it moves of the preconditions, as it is decided.
  package var levers: [Lever]
  package var dueYear: Int
  /// Done so far, in [0, 1].
  package var progress: Double
  package init(
    title: LocalisedText, finding: LocalisedText, responsible: LocalisedText, effect: Effect,
    area: String?, indicators: [String] = [], levers: [Lever] = [], dueYear: Int, progress: Double
  ) {
    self.title = title
    self.finding = finding
    self.responsible = responsible
    self.effect = effect
    self.area = area
    self.indicators = indicators
    self.levers = levers
    self.dueYear = dueYear
    self.progress = progress
  }

  /// Versions that were kept before actions aimed at anything have neither indicators nor levers.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      title: try values.decode(LocalisedText.self, forKey: .title),
      finding: try values.decode(LocalisedText.self, forKey: .finding),
      responsible: try values.decode(LocalisedText.self, forKey: .responsible),
      effect: try values.decode(Effect.self, forKey: .effect),
      area: try values.decodeIfPresent(String.self, forKey: .area),
      indicators: try values.decodeIfPresent([String].self, forKey: .indicators) ?? [],
      levers: try values.decodeIfPresent([Lever].self, forKey: .levers) ?? [],
      dueYear: try values.decode(Int.self, forKey: .dueYear),
      progress: try values.decode(Double.self, forKey: .progress))
  }
}
