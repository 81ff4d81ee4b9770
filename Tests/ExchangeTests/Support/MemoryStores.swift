import SafetyModel
import Workflows

/// Stores in memory, to see what a fetch changes.
actor MemoryStores: SourceStore, ObservationStore {
  private var all: [SourceEntry]
  private(set) var kept: [SourceState] = []
  private(set) var observed: [ObservationKey: Observation] = [:]
  init(_ entries: [SourceEntry]) { all = entries }

  func entries() -> [SourceEntry] { all }
  func changes() -> [DocumentChange] { [] }
  func save(_ entries: [SourceEntry], note: ChangeNote) -> DocumentChange? {
    all = entries
    return nil
  }
  func states() -> [SourceState] { kept }
  func save(_ state: SourceState) {
    kept.removeAll { $0.source == state.source }
    kept.append(state)
  }
  func record(_ lists: [[Observation]]) -> [RecordedObservations] { lists.map { record($0) } }
  func record(_ observations: [Observation]) -> RecordedObservations {
    var outcome = RecordedObservations(added: 0, revised: 0, unchanged: 0)
    for observation in observations {
      switch observed[observation.key]?.value {
      case nil: outcome.added += 1
      case observation.value: outcome.unchanged += 1
      default: outcome.revised += 1
      }
      observed[observation.key] = observation
    }
    return outcome
  }
  func observations(of series: String, at places: [Place]?) -> [Observation] { [] }
  func history(of key: ObservationKey) -> [Observation] { [] }
  func series() -> [ObservedSeries] { [] }
  func generation() -> Int { observed.count }
}

struct FixedClock: WallClock {
  func now() -> String { "2025-11-22T20:45:00Z" }
}
