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
  /// The chain's end in hexadecimal: it changes when any publication or answer before it does.
  ///
  /// Whoever has noted it elsewhere can prove later that nothing was changed or taken away.
  package var seal: String
  package init(publications: [VerifiedPublication], problems: [Problem], seal: String) {
    self.publications = publications
    self.problems = problems
    self.seal = seal
  }
  package var isWhole: Bool { problems.isEmpty }
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
