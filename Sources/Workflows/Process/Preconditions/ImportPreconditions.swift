package import SafetyModel

/// Takes in living conditions by area, from tables as they were published.
package struct ImportPreconditions: Sendable {
  private let reader: any PreconditionsFileReader
  private let store: any PreconditionStore
  private let clock: any WallClock

  package init(
    reader: any PreconditionsFileReader, store: any PreconditionStore, clock: any WallClock
  ) {
    self.reader = reader
    self.store = store
    self.clock = clock
  }

  /// What was taken in; when anything is wrong nothing is changed.
  package func callAsFunction(
    _ path: String, who: String, why: String, progress: any ProgressListener
  ) async throws -> Preconditions {
    progress.began("reading", arguments: ["file": path])
    let description = try reader.readPreconditions(path)
    progress.finished()
    let now = clock.now()
    let preconditions = try MapPreconditions()(description, retrievedAt: now)
    _ = try await store.save(preconditions, note: ChangeNote(who: who, why: why, at: now))
    return preconditions
  }
}
