package import SafetyModel

/// Takes in the municipality's description of its sources, and the files that it names.
package struct ImportSources: Sendable {
  private let reader: any SourcesFileReader
  private let sources: any SourceStore
  private let observations: any ObservationStore
  private let formats: [any StatisticsSource]
  private let clock: any WallClock

  package init(
    reader: any SourcesFileReader, sources: any SourceStore, observations: any ObservationStore,
    formats: [any StatisticsSource], clock: any WallClock
  ) {
    self.reader = reader
    self.sources = sources
    self.observations = observations
    self.formats = formats
    self.clock = clock
  }

  /// What came of it; when any entry or file is wrong nothing is changed.
  package func callAsFunction(
    _ path: String, who: String, why: String, progress: any ProgressListener
  ) async throws -> (entries: [SourceEntry], recorded: RecordedObservations) {
    let entries = try reader.readSources(path)
    let now = clock.now()
    var lists: [(source: String, observations: [Observation])] = []
    var problems: [Problem] = []
    for entry in entries where entry.file != nil {
      progress.began("reading", arguments: ["file": entry.file ?? ""])
      do {
        lists.append((entry.code, try observations(of: entry, beside: path, now)))
      } catch let found as Problems {
        problems += found.list
      }
      progress.finished()
    }
    guard problems.isEmpty else { throw Problems(problems) }
    _ = try await sources.save(entries, note: ChangeNote(who: who, why: why, at: now))
    var all = RecordedObservations(added: 0, revised: 0, unchanged: 0)
    guard !lists.isEmpty else { return (entries, all) }
    for (list, recorded) in zip(lists, try await observations.record(lists.map(\.observations))) {
      all = all + recorded
      try await sources.save(
        SourceState(
          source: list.source, triedAt: now, succeededAt: now, added: recorded.added,
          revised: recorded.revised, unchanged: recorded.unchanged))
    }
    return (entries, all)
  }

  private func observations(
    of entry: SourceEntry, beside path: String, _ now: String
  ) throws -> [Observation] {
    guard let format = formats.first(where: { $0.code == entry.format }), let file = entry.file
    else { return [] }
    let answer = try reader.readFile(file, beside: path)
    let cube = try format.table(from: [answer], for: entry)
    return try entry.series.flatMap {
      try MapObservations()(cube, series: $0, of: entry, from: answer.name, retrievedAt: now)
    }
  }
}
