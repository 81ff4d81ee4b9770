import SafetyModel
import Synchronization
import Workflows

/// Stores that hold a picture in memory, may change, and count how often they are read.
final class HeldStores: PublicationStore, MunicipalityStore {
  struct Reads: Equatable {
    var history = 0
    var waves = 0
  }
  private struct Held {
    var picture: SafetyPicture
    var others: [Publication] = []
    var reads = Reads()
    var failure: (any Error)?
  }
  private let held: Mutex<Held>

  init(_ picture: SafetyPicture) { held = Mutex(Held(picture: picture)) }

  var reads: Reads { held.withLock { $0.reads } }

  func show(_ picture: SafetyPicture) {
    held.withLock { held in
      held.others += held.picture.waves
      held.picture = picture
    }
  }
  func fail(with error: (any Error)?) { held.withLock { $0.failure = error } }

  private func read<Value: Sendable>(_ body: (inout sending Held) throws -> sending Value) throws
    -> Value
  {
    try held.withLock { held in
      if let failure = held.failure { throw failure }
      return try body(&held)
    }
  }

  func latest() async throws -> MunicipalityVersion? {
    try read { held in
      MunicipalityVersion(
        change: Self.change, municipality: held.picture.municipality, goal: held.picture.goal,
        file: nil)
    }
  }
  func version(_ number: Int) async throws -> MunicipalityVersion? { try await latest() }
  func changes() async throws -> [MunicipalityChange] { [Self.change] }
  func save(_ municipality: Municipality, goal: Goal?, file: [UInt8]?, note: ChangeNote)
    async throws -> MunicipalityChange
  {
    held.withLock { held in
      held.picture.municipality = municipality
      held.picture.goal = goal
    }
    return Self.change
  }
  private static let change = MunicipalityChange(
    number: 1, note: ChangeNote(who: "", why: "", at: ""))

  func current(fingerprint: String) async throws -> PublicationHeading? { nil }
  func current(series: String, wave: Int) async throws -> Publication? {
    try read { $0.picture.waves.last { $0.series == series && $0.wave == wave } }
  }
  func waves(of series: String) async throws -> [Publication] {
    try read { held in
      held.reads.waves += 1
      return held.picture.waves.filter { $0.series == series }
    }
  }
  func publication(_ number: Int) async throws -> Publication? {
    try read { held in
      (held.picture.waves + held.others).first { $0.number == number }
    }
  }
  func history() async throws -> [PublicationHeading] {
    try read { held in
      held.reads.history += 1
      return held.picture.history
    }
  }
  func append(_ publication: Publication, answers: StoredAnswers) async throws -> Publication {
    publication
  }
}
