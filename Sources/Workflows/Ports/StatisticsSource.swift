package import SafetyModel

/// A format or interface that statistics are published in: how it is asked, and how it answers.
///
/// To add one: one file in `Exchange/Reading/Sources`, one line in `StatisticsSources.all`, and a
/// recorded answer in `Tests/ExchangeTests/Fixtures/sources/<code>`. The source suite tries it.
package protocol StatisticsSource: Sendable {
  /// The word for it in an entry: `pxweb-2`.
  var code: String { get }
  /// Whether it is asked over the network; else it is a file.
  var isAsked: Bool { get }
  /// What is asked first, or throws ``SafetyModel/Problems`` with what the entry lacks.
  func request(for entry: SourceEntry) throws -> SourceRequest
  /// What is asked next, when the answers so far say that there is more.
  func next(after answers: [SourceAnswer], for entry: SourceEntry) throws -> SourceRequest?
  /// The table that the answers hold together, or throws what is wrong and where.
  func table(from answers: [SourceAnswer], for entry: SourceEntry) throws -> DataCube
}

extension StatisticsSource {
  package func next(
    after answers: [SourceAnswer], for entry: SourceEntry
  ) throws -> SourceRequest? { nil }
}

/// What is asked of a source.
package struct SourceRequest: Sendable, Hashable {
  package var address: String
  /// Sent as JSON when there is one; else the address is only read.
  package var body: [UInt8]?
  package init(address: String, body: [UInt8]? = nil) {
    self.address = address
    self.body = body
  }
}

/// What a source answered, or the contents of a file.
package struct SourceAnswer: Sendable, Hashable {
  /// The address or path, as messages tell it.
  package var name: String
  package var bytes: [UInt8]
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Asks sources over the network.
package protocol SourceFetcher: Sendable {
  /// The answer, or throws ``SafetyModel/Problems`` with why there is none.
  ///
  /// `knownTag` is the entity tag of the answer that is already taken in; a source that has nothing
  /// newer may say so instead of sending it again.
  func fetch(
    _ request: SourceRequest, knownTag: String?, progress: any ProgressListener
  ) async throws -> FetchedAnswer
}

/// What came back.
package enum FetchedAnswer: Sendable, Hashable {
  /// The entity tag is that of the answer, if it has one.
  case answer(SourceAnswer, tag: String?)
  case unchanged
}

/// Reads the municipality's description of its sources.
package protocol SourcesFileReader: Sendable {
  func readSources(_ path: String) throws -> [SourceEntry]
  /// The contents of a file that the description names, from the description's own folder.
  func readFile(_ name: String, beside path: String) throws -> SourceAnswer
}
