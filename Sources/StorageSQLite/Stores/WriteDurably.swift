import GRDB

extension DatabasePool {
  /// Does the work in one transaction, which is on disk when the function returns.
  ///
  /// What the surroundings refuse, such as a full disk, is thrown as `storage.failed`.
  func writeDurably<Result: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Result
  ) async throws -> Result {
    do {
      return try await write(work)
    } catch let error as DatabaseError {
      throw StorageProblem.failed(path, reason: error.plainDescription)
    }
  }
}
