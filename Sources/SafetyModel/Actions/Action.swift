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
  package var dueYear: Int
  /// Done so far, in [0, 1].
  package var progress: Double
  package init(
    title: LocalisedText, finding: LocalisedText, responsible: LocalisedText, effect: Effect,
    area: String?, dueYear: Int, progress: Double
  ) {
    self.title = title
    self.finding = finding
    self.responsible = responsible
    self.effect = effect
    self.area = area
    self.dueYear = dueYear
    self.progress = progress
  }
}
