package import SafetyModel

/// Takes in a municipality's file as a new version of its settings, everything or nothing.
package struct ImportMunicipality: Sendable {
  let store: any MunicipalityStore
  let clock: any WallClock

  package init(store: any MunicipalityStore, clock: any WallClock) {
    self.store = store
    self.clock = clock
  }

  /// Keeps what the file says; a file that is unchanged makes no new version.
  ///
  /// - Returns: The change, and whether it is new.
  /// - Throws: ``SafetyModel/Problems`` with `goals.noReason` when something is changed without a
  ///   reason; the first version needs none.
  package func callAsFunction(_ file: MunicipalityFile, who: String, why: String) async throws
    -> (change: MunicipalityChange, isNew: Bool)
  {
    let latest = try await store.latest()
    if let latest, latest.file == file.bytes { return (latest.change, false) }
    guard latest == nil || !why.allSatisfy(\.isWhitespace) else {
      throw Problems([Problem("goals.noReason")])
    }
    let note = ChangeNote(who: who, why: why, at: clock.now())
    let change = try await store.save(
      file.municipality, goal: file.goal, file: file.bytes, note: note)
    return (change, true)
  }
}
