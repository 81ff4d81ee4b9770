package import SafetyModel

/// The register of assessed areas, in every version that there has been.
package protocol AreaRegisterStore: Sendable {
  /// The newest version, or `nil` before any is imported.
  func register() async throws -> AreaRegister?
  /// One version by its number.
  func register(version: Int) async throws -> AreaRegister?
  /// Every change, newest first.
  func changes() async throws -> [DocumentChange]
  /// Keeps a new version; an unchanged one makes no new version and gives `nil`.
  func save(_ register: AreaRegister, note: ChangeNote) async throws -> DocumentChange?
}

/// The municipality's sources, and how each was last reached.
package protocol SourceStore: Sendable {
  /// The entries as they are now, by code.
  func entries() async throws -> [SourceEntry]
  /// Every change of the entries, newest first.
  func changes() async throws -> [DocumentChange]
  /// Replaces the entries; unchanged ones make no new version and give `nil`.
  func save(_ entries: [SourceEntry], note: ChangeNote) async throws -> DocumentChange?
  /// How each source was last reached, by code.
  func states() async throws -> [SourceState]
  /// Keeps how a source was reached.
  func save(_ state: SourceState) async throws
}

/// Living conditions by area, in every version that there has been.
package protocol PreconditionStore: Sendable {
  /// The newest version, or `nil` before any is imported.
  func preconditions() async throws -> Preconditions?
  /// One version by its number.
  func preconditions(version: Int) async throws -> Preconditions?
  /// Every change, newest first.
  func changes() async throws -> [DocumentChange]
  /// Keeps a new version; an unchanged one makes no new version and gives `nil`.
  func save(_ preconditions: Preconditions, note: ChangeNote) async throws -> DocumentChange?
}

/// A change of something that is kept in versions, by its number from 1.
package struct DocumentChange: Sendable, Hashable {
  package var number: Int
  package var note: ChangeNote
  package init(number: Int, note: ChangeNote) {
    self.number = number
    self.note = note
  }
}

/// How a source was last reached.
package struct SourceState: Codable, Sendable, Hashable {
  package var source: String
  /// When it was asked last, ISO 8601 in UTC.
  package var triedAt: String
  /// When values were taken in last, or found to be unchanged.
  package var succeededAt: String?
  /// What kept it from succeeding: the key of the first problem.
  package var fault: String?
  /// The answer's entity tag, for asking whether there is anything newer.
  package var tag: String?
  /// A fingerprint of the entry that the tag belongs to: another question has another answer.
  package var entryFingerprint: String?
  package var added: Int
  package var revised: Int
  package var unchanged: Int

  package init(
    source: String, triedAt: String, succeededAt: String? = nil, fault: String? = nil,
    tag: String? = nil, entryFingerprint: String? = nil, added: Int = 0, revised: Int = 0,
    unchanged: Int = 0
  ) {
    self.source = source
    self.triedAt = triedAt
    self.succeededAt = succeededAt
    self.fault = fault
    self.tag = tag
    self.entryFingerprint = entryFingerprint
    self.added = added
    self.revised = revised
    self.unchanged = unchanged
  }
}
