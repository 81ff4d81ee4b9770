import SafetyModel
import StorageSQLite
package import Workflows

/// Where everything is stored.
///
/// To add an engine: one target `Storage<Name>` that implements the stores, one case here, and
/// `StorageContract` runs over it.
package enum StorageEngine: String, CaseIterable, Sendable {
  case sqlite

  /// Opens the stores of a data directory for this process alone, and makes it when it is not
  /// there.
  ///
  /// Throws ``SafetyModel/Problems`` with keys under `storage.`.
  package func open(_ directory: String) throws -> OpenStores {
    switch self {
    case .sqlite:
      return OpenStores(try DataDirectory.open(directory))
    }
  }

  /// Opens the stores of a data directory for reading only, as the server does: others may
  /// publish meanwhile, and what they publish is seen.
  ///
  /// Throws ``SafetyModel/Problems`` with keys under `storage.`.
  package func openForReading(_ directory: String) throws -> OpenStores {
    switch self {
    case .sqlite:
      do {
        return OpenStores(try DataDirectory.openForReading(directory))
      } catch let problems as Problems where problems.list.map(\.key) == ["storage.olderSchema"] {
        // Upgrading writes, so it needs the directory for itself, once.
        try DataDirectory.open(directory).close()
        return OpenStores(try DataDirectory.openForReading(directory))
      }
    }
  }

  /// Backup, restore and verification.
  package var safekeeping: any Safekeeping {
    switch self {
    case .sqlite: SQLiteSafekeeping()
    }
  }
}

/// The stores of one data directory, until they are closed.
package struct OpenStores: Sendable {
  package let municipality: any MunicipalityStore
  package let publications: any PublicationStore
  package let answers: any AnswerStore
  package let observations: any ObservationStore
  package let registers: any AreaRegisterStore
  package let sources: any SourceStore
  package let preconditions: any PreconditionStore
  private let closing: @Sendable () throws -> Void

  init(
    municipality: any MunicipalityStore, publications: any PublicationStore,
    answers: any AnswerStore, observations: any ObservationStore,
    registers: any AreaRegisterStore, sources: any SourceStore,
    preconditions: any PreconditionStore,
    closing: @escaping @Sendable () throws -> Void
  ) {
    self.municipality = municipality
    self.publications = publications
    self.answers = answers
    self.observations = observations
    self.registers = registers
    self.sources = sources
    self.preconditions = preconditions
    self.closing = closing
  }

  /// Ends the use of the directory and lets other processes in.
  package func close() throws { try closing() }
}

extension OpenStores {
  fileprivate init(_ open: DataDirectory) {
    self.init(
      municipality: SQLiteMunicipalityStore(open), publications: SQLitePublicationStore(open),
      answers: SQLiteAnswerStore(open), observations: SQLiteObservationStore(open),
      registers: SQLiteAreaRegisterStore(open), sources: SQLiteSourceStore(open),
      preconditions: SQLitePreconditionStore(open),
      closing: { try open.close() })
  }
}
