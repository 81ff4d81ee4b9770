package import SafetyModel

/// Values from outside the survey, with where they come from and what they were before.
package protocol ObservationStore: Sendable {
  /// Takes in what sources gave, a list for each, all of it or nothing, and tells of each list.
  ///
  /// A value that is there already is left as it is, with the time when it was first fetched. A
  /// value that differs in number, reason, standard error or base becomes the current one, and
  /// its provenance tells what it was before.
  ///
  /// Throws ``SafetyModel/Problems`` when two observations have the same key.
  func record(_ lists: [[Observation]]) async throws -> [RecordedObservations]
  /// The current values of a series, ordered by place, group and period; all places when `nil`.
  func observations(of series: String, at places: [Place]?) async throws -> [Observation]
  /// Everything that one value has been, newest first.
  func history(of key: ObservationKey) async throws -> [Observation]
  /// Every series there is, by code.
  func series() async throws -> [ObservedSeries]
  /// A number that grows with every change of what is kept.
  func generation() async throws -> Int
}

extension ObservationStore {
  /// Takes in what one source gave, everything or nothing.
  package func record(_ observations: [Observation]) async throws -> RecordedObservations {
    try await record([observations]).first
      ?? RecordedObservations(added: 0, revised: 0, unchanged: 0)
  }
}

/// What taking in values has changed.
package struct RecordedObservations: Sendable, Hashable {
  package var added: Int
  package var revised: Int
  package var unchanged: Int
  package init(added: Int, revised: Int, unchanged: Int) {
    self.added = added
    self.revised = revised
    self.unchanged = unchanged
  }

  package static func + (a: RecordedObservations, b: RecordedObservations) -> RecordedObservations {
    RecordedObservations(
      added: a.added + b.added, revised: a.revised + b.revised, unchanged: a.unchanged + b.unchanged
    )
  }
}

/// A series in a line.
package struct ObservedSeries: Sendable, Hashable {
  package var code: String
  /// Current values, missing ones included.
  package var count: Int
  /// When a value of it was added or revised last, ISO 8601 in UTC.
  package var changedAt: String
  package var firstPeriod: Period
  package var lastPeriod: Period
  package init(
    code: String, count: Int, changedAt: String, firstPeriod: Period, lastPeriod: Period
  ) {
    self.code = code
    self.count = count
    self.changedAt = changedAt
    self.firstPeriod = firstPeriod
    self.lastPeriod = lastPeriod
  }
}
