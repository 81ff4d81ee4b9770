import Crypto
import Foundation
package import SafetyModel

/// Asks a source for its values and takes them in, all or none of them.
package struct FetchSource: Sendable {
  private let sources: any SourceStore
  private let observations: any ObservationStore
  private let formats: [any StatisticsSource]
  private let fetcher: any SourceFetcher
  private let clock: any WallClock

  package init(
    sources: any SourceStore, observations: any ObservationStore,
    formats: [any StatisticsSource], fetcher: any SourceFetcher, clock: any WallClock
  ) {
    self.sources = sources
    self.observations = observations
    self.formats = formats
    self.fetcher = fetcher
    self.clock = clock
  }

  /// What came of it; when anything is wrong nothing but the source's state is changed.
  package func callAsFunction(
    _ code: String, progress: any ProgressListener
  ) async throws -> SourceState {
    let entries = try await sources.entries()
    guard let entry = entries.first(where: { $0.code == code }) else {
      let known = entries.map(\.code).joined(separator: ", ")
      throw Problems([Problem("source.unknown", arguments: ["source": code, "known": known])])
    }
    let earlier = try await sources.states().first { $0.source == code }
    let now = clock.now()
    do {
      let state = try await fetched(entry, earlier, now, progress)
      try await sources.save(state)
      return state
    } catch let problems as Problems {
      var state = earlier ?? SourceState(source: code, triedAt: now)
      state.triedAt = now
      state.fault = problems.list.first?.key
      try await sources.save(state)
      throw problems
    }
  }

  private func fetched(
    _ entry: SourceEntry, _ earlier: SourceState?, _ now: String, _ progress: any ProgressListener
  ) async throws -> SourceState {
    guard let format = formats.first(where: { $0.code == entry.format }), format.isAsked else {
      throw Problems([
        Problem("source.notAsked", arguments: ["source": entry.code, "format": entry.format])
      ])
    }
    let fingerprint = try FetchSource.fingerprint(entry)
    // The tag answers for the entry that it was given for, and for no other question.
    let isSame = earlier?.entryFingerprint == fingerprint && earlier?.succeededAt != nil
    var answers: [SourceAnswer] = []
    var tag: String?
    var next: SourceRequest? = try format.request(for: entry)
    while let request = next {
      let known = answers.isEmpty && isSame ? earlier?.tag : nil
      switch try await fetcher.fetch(request, knownTag: known, progress: progress) {
      case .unchanged:
        guard let earlier else { throw Problems([Problem("fetch.cutOff")]) }
        return unchanged(earlier, now)
      case .answer(let answer, let found):
        // With several pages no single tag says that nothing is new.
        tag = answers.isEmpty ? found : nil
        answers.append(answer)
      }
      next = try format.next(after: answers, for: entry)
    }
    let cube = try format.table(from: answers, for: entry)
    let name = answers.first?.name ?? entry.code
    let all = try entry.series.flatMap {
      try MapObservations()(cube, series: $0, of: entry, from: name, retrievedAt: now)
    }
    let recorded = try await observations.record(all)
    return SourceState(
      source: entry.code, triedAt: now, succeededAt: now, tag: tag, entryFingerprint: fingerprint,
      added: recorded.added, revised: recorded.revised, unchanged: recorded.unchanged)
  }

  /// All values were found to be as they were.
  private func unchanged(_ earlier: SourceState, _ now: String) -> SourceState {
    var state = earlier
    state.triedAt = now
    state.succeededAt = now
    state.fault = nil
    state.unchanged += state.added + state.revised
    state.added = 0
    state.revised = 0
    return state
  }

  /// The entry in a line: another question has another fingerprint.
  private static func fingerprint(_ entry: SourceEntry) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return SHA256.hash(data: try encoder.encode(entry)).hexadecimal
  }
}
