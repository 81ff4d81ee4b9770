/// What a series of values is about, as far as it decides what it may be shown beside.
package enum SeriesKind: String, Codable, Sendable, Hashable, CaseIterable {
  /// What people tell that they have been exposed to, in a survey.
  case victimisation
  /// What has been reported to the police.
  case reportedOffences = "reported-offences"
  /// What people feel, worry about or trust, in a survey.
  case feltSafety = "felt-safety"
  /// Living conditions: work, education, income.
  case preconditions
  case other

  /// Whether the two may stand against one axis.
  ///
  /// Victimisation and reported offences never may: more reports can mean more trust, and a reader
  /// would take the distance between the lines for a finding.
  package func mayShareAxis(with other: SeriesKind) -> Bool {
    let pair: Set<SeriesKind> = [self, other]
    return pair != [.victimisation, .reportedOffences]
  }
}
