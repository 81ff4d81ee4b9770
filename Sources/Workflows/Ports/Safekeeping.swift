package import SafetyModel

/// Copies what is stored, brings it back, and proves that it is whole.
///
/// What is refused is thrown as ``SafetyModel/Problems`` with keys under `storage.`.
package protocol Safekeeping: Sendable {
  /// Writes a verified copy of a data directory to one file, also while a server works in it.
  ///
  /// The file gets its name only when the copy is whole and on disk. A file that is there
  /// already is refused unless `replacing`.
  func backup(
    _ directory: String, to file: String, replacing: Bool, progress: any ProgressListener
  ) throws -> VerificationReport
  /// Makes a data directory from a backup; the directory must be empty or not exist.
  func restore(_ file: String, into directory: String, progress: any ProgressListener) throws
    -> VerificationReport
  /// Checks everything in a data directory without changing it.
  func verify(_ directory: String, progress: any ProgressListener) throws -> VerificationReport
}

/// What a check of everything stored has found.
package struct VerificationReport: Sendable, Hashable {
  /// Every publication that could be read, in the order of publishing.
  package var publications: [VerifiedPublication]
  /// Everything that is damaged; empty when all is whole.
  package var problems: [Problem]
  /// What the seal was after every entry of the ledger, in hexadecimal, oldest first.
  package var seals: [String]
  package init(publications: [VerifiedPublication], problems: [Problem], seals: [String]) {
    self.publications = publications
    self.problems = problems
    self.seals = seals
  }
  package var isWhole: Bool { problems.isEmpty }

  /// The end of the ledger: it changes when anything that is kept for good does.
  ///
  /// Whoever has noted it elsewhere can prove later that nothing was changed or taken away.
  package var seal: String { seals.last ?? String(repeating: "0", count: 64) }

  /// After how many entries the seal was this one, given whole or by its first twelve signs or
  /// more; `nil` when it never was.
  package func entries(atSeal noted: String) -> Int? {
    let noted = noted.lowercased()
    guard (12...64).contains(noted.utf8.count) else { return nil }
    return seals.firstIndex { $0.hasPrefix(noted) }.map { $0 + 1 }
  }
}

/// A publication as it was found by a check.
package struct VerifiedPublication: Sendable, Hashable {
  package var heading: PublicationHeading
  /// Its figures, its answers and its place in the chain are as they were published.
  package var isWhole: Bool
  /// SHA-256 of the publication as stored, in hexadecimal.
  package var hash: String
  package init(heading: PublicationHeading, isWhole: Bool, hash: String) {
    self.heading = heading
    self.isWhole = isWhole
    self.hash = hash
  }
}
