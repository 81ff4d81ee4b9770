package import SafetyModel

/// The municipality's own settings, in every version that there has been: who it is, its goal.
package protocol MunicipalityStore: Sendable {
  /// The newest version, or `nil` before anyone has told.
  func latest() async throws -> MunicipalityVersion?
  /// One version by its number.
  func version(_ number: Int) async throws -> MunicipalityVersion?
  /// Every change, newest first.
  func changes() async throws -> [MunicipalityChange]
  /// Keeps a new version, and tells what number it got; an unchanged one makes no new version.
  ///
  /// - Parameters:
  ///   - municipality: Who it is.
  ///   - goal: The goal with its indicators and actions, or `nil` when none is set.
  ///   - file: The bytes of the file that said so, if one did: they are given back as they were.
  ///   - note: Who changes it, when and why.
  /// - Returns: The change that made the newest version.
  /// - Throws: ``SafetyModel/Problems`` when it cannot be stored.
  func save(_ municipality: Municipality, goal: Goal?, file: [UInt8]?, note: ChangeNote)
    async throws -> MunicipalityChange
}

extension MunicipalityStore {
  /// The municipality, or `nil` before anyone has told.
  package func municipality() async throws -> Municipality? { try await latest()?.municipality }
  /// The goal with its indicators and actions, or `nil` when none is set.
  package func goal() async throws -> Goal? { try await latest()?.goal }
}

/// Who changes something, when and why.
package struct ChangeNote: Codable, Sendable, Hashable {
  package var who: String
  package var why: String
  /// ISO 8601 in UTC; empty when it was not kept.
  package var at: String
  package init(who: String, why: String, at: String) {
    self.who = who
    self.why = why
    self.at = at
  }
}

/// A change of the municipality's settings, by its number from 1.
package struct MunicipalityChange: Sendable, Hashable {
  package var number: Int
  package var note: ChangeNote
  package init(number: Int, note: ChangeNote) {
    self.number = number
    self.note = note
  }
}

/// The municipality's settings as they were after a change.
package struct MunicipalityVersion: Sendable, Hashable {
  package var change: MunicipalityChange
  package var municipality: Municipality
  package var goal: Goal?
  /// The bytes of the file that said so, if one did.
  package var file: [UInt8]?
  package init(
    change: MunicipalityChange, municipality: Municipality, goal: Goal?, file: [UInt8]?
  ) {
    self.change = change
    self.municipality = municipality
    self.goal = goal
    self.file = file
  }
}
