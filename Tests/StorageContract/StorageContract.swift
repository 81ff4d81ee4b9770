package import Workflows

/// What every storage engine must answer alike.
///
/// An engine's tests loop over ``cases`` with a ``StorageFixture`` of its own.
package enum StorageContract {
  package static let cases =
    municipalityCases + publicationCases + correctionCases + answerCases + appendCases
    + concurrencyCases + observationCases + documentCases
}

/// One promise, checked on storage that is new and empty.
package struct ContractCase: Sendable, CustomStringConvertible {
  package let description: String
  package let check: @Sendable (StorageUnderTest) async throws -> Void
  init(_ description: String, _ check: @escaping @Sendable (StorageUnderTest) async throws -> Void)
  {
    self.description = description
    self.check = check
  }
}

/// An engine's stores, and ways to hurt them that only the engine knows.
package struct StorageUnderTest: Sendable {
  package let municipality: any MunicipalityStore
  package let publications: any PublicationStore
  package let answers: any AnswerStore
  package let observations: any ObservationStore
  package let registers: any AreaRegisterStore
  package let sources: any SourceStore
  package let preconditions: any PreconditionStore
  /// Closes the storage and opens it again.
  package let reopened: @Sendable () async throws -> StorageUnderTest
  /// While it is on, writing an answer column named `item.fault` fails in the middle of append.
  package let setFault: @Sendable (Bool) async throws -> Void
  /// Attempts to change or remove what is published, behind the stores' back; each must throw.
  package let tampering: [Tampering]

  package init(
    municipality: any MunicipalityStore, publications: any PublicationStore,
    answers: any AnswerStore, observations: any ObservationStore,
    registers: any AreaRegisterStore, sources: any SourceStore,
    preconditions: any PreconditionStore,
    reopened: @escaping @Sendable () async throws -> StorageUnderTest,
    setFault: @escaping @Sendable (Bool) async throws -> Void, tampering: [Tampering]
  ) {
    self.municipality = municipality
    self.publications = publications
    self.answers = answers
    self.observations = observations
    self.registers = registers
    self.sources = sources
    self.preconditions = preconditions
    self.reopened = reopened
    self.setFault = setFault
    self.tampering = tampering
  }
}

/// One attempt to change what is published.
package struct Tampering: Sendable {
  package let description: String
  package let attempt: @Sendable () async throws -> Void
  package init(_ description: String, attempt: @escaping @Sendable () async throws -> Void) {
    self.description = description
    self.attempt = attempt
  }
}
